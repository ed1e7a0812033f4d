package cn.jiangxue.local.seed;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** Asks a busy service again after the time it names; gives up when that is long or it was asked often. */
final class Patience implements ClientHttpRequestInterceptor {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final int MOST_TRIES = 6;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final CountDownLatch stopped;

    Patience(CountDownLatch stopped) {
        this.stopped = stopped;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        for (int tried = 1; ; tried++) {
            ClientHttpResponse response = execution.execute(request, body);
            int status = response.getStatusCode().value();
            Duration pause = retryAfter(response);
            boolean busy = status == TOO_MANY_REQUESTS || status == UNAVAILABLE;
            if (!busy || tried == MOST_TRIES || pause.compareTo(LONGEST) > 0) {
                return response;
            }
            response.close();
            pause(pause);
        }
    }

    private static Duration retryAfter(ClientHttpResponse response) {
        String seconds = response.getHeaders().getFirst("Retry-After");
        return seconds != null && seconds.matches("\\d{1,5}")
                ? Duration.ofSeconds(Long.parseLong(seconds))
                : Duration.ofSeconds(1);
    }

    private void pause(Duration pause) {
        try {
            if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SeedFailed("stopped while a service was busy");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SeedFailed("interrupted while a service was busy", interrupted);
        }
    }
}
