package cn.jiangxue.ui.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * One origin for the browser: small requests of the player and of verifiers go on to the service that answers them (in production the ingress does this).
 * No video byte comes this way: playlists name presigned addresses of the store.
 */
@RestController
class Forwarding {

    /** Of a beat, of a credential to verify, or of outcomes that an institution signed. */
    private static final int MOST_BODY_BYTES = 300 * 1024;

    private static final List<String> TO_SERVICE = List.of(
            "Authorization",
            "Content-Type",
            "Accept",
            "Accept-Language",
            "If-None-Match",
            "If-Modified-Since",
            "Range",
            "Content-Digest",
            "Signature",
            "Signature-Input");
    private static final List<String> TO_BROWSER = List.of(
            "Content-Type",
            "Cache-Control",
            "ETag",
            "Last-Modified",
            "Retry-After",
            "Content-Range",
            "Accept-Ranges",
            "Content-Disposition",
            "traceparent");

    private final HttpClient http;
    private final UiProperties properties;

    Forwarding(HttpClient http, UiProperties properties) {
        this.http = http;
        this.properties = properties;
    }

    @RequestMapping(
            path = {"/study/**", "/api/public/**"},
            method = {RequestMethod.GET, RequestMethod.POST, RequestMethod.PUT})
    void callBackend(HttpServletRequest request, HttpServletResponse response) throws IOException {
        forward(properties.backend().baseUrl(), request, response);
    }

    @RequestMapping(
            path = {"/.well-known/did.json", "/credentials/status/**"},
            method = RequestMethod.GET)
    void readBackend(HttpServletRequest request, HttpServletResponse response) throws IOException {
        forward(properties.backend().baseUrl(), request, response);
    }

    @RequestMapping(path = "/media/**", method = RequestMethod.GET)
    void readContent(HttpServletRequest request, HttpServletResponse response) throws IOException {
        forward(properties.content().baseUrl(), request, response);
    }

    private void forward(URI base, HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BODY_BYTES + 1);
        if (body.length > MOST_BODY_BYTES) {
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
            return;
        }
        try {
            answer(http.send(onward(base, request, body), HttpResponse.BodyHandlers.ofInputStream()), response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            unavailable(response);
        } catch (IOException unreachable) {
            unavailable(response);
        }
    }

    private HttpRequest onward(URI base, HttpServletRequest request, byte[] body) {
        String query = request.getQueryString();
        URI target = URI.create(base + request.getRequestURI() + (query == null ? "" : "?" + query));
        var onward = HttpRequest.newBuilder(target)
                .timeout(properties.waits().answer())
                .method(
                        request.getMethod(),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        TO_SERVICE.stream()
                .filter(name -> request.getHeader(name) != null)
                .forEach(name -> onward.setHeader(name, request.getHeader(name)));
        return onward.setHeader("traceparent", TraceFilter.header()).build();
    }

    private static void answer(HttpResponse<InputStream> answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.statusCode());
        TO_BROWSER.forEach(
                name -> answer.headers().firstValue(name).ifPresent(value -> response.setHeader(name, value)));
        try (InputStream bytes = answer.body()) {
            bytes.transferTo(response.getOutputStream());
        }
    }

    private static void unavailable(HttpServletResponse response) throws IOException {
        if (!response.isCommitted()) {
            response.reset();
            response.setHeader("Retry-After", "5");
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
    }
}
