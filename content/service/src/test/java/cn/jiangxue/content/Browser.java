package cn.jiangxue.content;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the service and to the store as a page in a browser does. */
public final class Browser {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;

    public Browser(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    public record Answer(int status, byte[] body, HttpResponse<byte[]> response) {

        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        public String text() {
            return new String(body, java.nio.charset.StandardCharsets.UTF_8);
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    public Answer get(String path, @Nullable String token, String... headers) {
        return send("GET", path, token, null, headers);
    }

    public Answer put(String path, @Nullable String token, @Nullable Object body) {
        return send("PUT", path, token, body);
    }

    public Answer post(String path, @Nullable String token, @Nullable Object body) {
        return send("POST", path, token, body);
    }

    public Answer delete(String path, @Nullable String token) {
        return send("DELETE", path, token, null);
    }

    Answer send(String method, String path, @Nullable String token, @Nullable Object body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i + 1 < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        request.method(
                method,
                body == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(body)));
        return sent(HTTP, request.build());
    }

    /** To the store, by a signed address; on a connection of its own, for the store hangs up after a refusal, sometimes a moment later. */
    public static Answer store(String method, String address, byte[] body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient own =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return sent(own, request.build());
        }
    }

    private static Answer sent(HttpClient http, HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
