package cn.jiangxue.local.supervisor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The page a person would see, asked for as a browser asks. */
final class Page {
    private static final Duration MOST_ANSWER_TIME = Duration.ofSeconds(30);
    private static final long ASK_EVERY_MS = 100;

    private Page() {}

    /** Waits until the page comes; false when {@code failure} comes first. */
    static boolean awaitAnswer(String site, CompletableFuture<?> failure) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site + "/"))
                .header("Accept", "text/html")
                .timeout(MOST_ANSWER_TIME)
                .build();
        try (HttpClient http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            while (!answers(http, request)) {
                if (failsWithin(failure)) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean answers(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static boolean failsWithin(CompletableFuture<?> failure) throws InterruptedException {
        try {
            failure.get(ASK_EVERY_MS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException goesOn) {
            return false;
        } catch (ExecutionException e) {
            return true;
        }
    }
}
