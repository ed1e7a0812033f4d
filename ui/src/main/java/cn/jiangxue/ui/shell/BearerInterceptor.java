package cn.jiangxue.ui.shell;

import cn.jiangxue.contract.IdentityApi;
import cn.jiangxue.contract.IdentityApi.Refresh;
import cn.jiangxue.contract.IdentityApi.Tokens;
import cn.jiangxue.ui.text.Languages;
import java.io.IOException;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/**
 * Puts the signed-in person's token, language and trace on every call. A token that has run out is renewed first; one that is refused is renewed once and
 * the call made again. Bodies here are small (1.5 MiB at most), so keeping them for the second try is cheap.
 */
@Component
class BearerInterceptor implements ClientHttpRequestInterceptor {

    private final ObjectProvider<IdentityApi> identity;
    private final Clock clock;

    BearerInterceptor(ObjectProvider<IdentityApi> identity, Clock clock) {
        this.identity = identity;
        this.clock = clock;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        HttpHeaders headers = request.getHeaders();
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, Languages.current().toLanguageTag());
        headers.set("traceparent", TraceFilter.header());
        SignedIn person =
                needsNoToken(request) ? null : CurrentPerson.onThisThread().orElse(null);
        if (person == null) {
            return execution.execute(request, body);
        }
        String token = person.accessToken(clock.instant(), this::renew);
        headers.setBearerAuth(token);
        ClientHttpResponse response = execution.execute(request, body);
        if (response.getStatusCode() != HttpStatus.UNAUTHORIZED) {
            return response;
        }
        response.close();
        headers.setBearerAuth(person.accessTokenInsteadOf(token, clock.instant(), this::renew));
        return execution.execute(request, body);
    }

    private static boolean needsNoToken(HttpRequest request) {
        String path = request.getURI().getPath();
        return path.equals("/api/sessions/refresh")
                || path.startsWith("/api/public/")
                || path.startsWith("/api/bootstrap/")
                || (path.equals("/api/sessions") && request.getMethod().name().equals("POST"));
    }

    private Tokens renew(Tokens old) {
        try {
            return identity.getObject().refresh(new Refresh(old.refreshToken()));
        } catch (HttpClientErrorException e) {
            throw new SessionEnded(e);
        }
    }
}
