package cn.jiangxue.local.supervisor;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** All children together: each starts when what it needs is ready; when one cannot be kept up, the caller is told and stops all. */
final class Supervisor implements AutoCloseable {
    static final Duration MOST_STOP_TIME = Duration.ofSeconds(15);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Keeper> keepers = new LinkedHashMap<>();
    private final Duration mostStopTime;
    private final CompletableFuture<Child.Ending> failure = new CompletableFuture<>();

    /**
     * @param mostStopTime after which a child that was asked to end is ended
     * @param started called after each start of a child, from several threads
     * @param tell takes each line of progress, from several threads
     */
    Supervisor(List<ChildSpec> specs, Path logs, Duration mostStopTime, Runnable started, Consumer<String> tell) {
        this.mostStopTime = mostStopTime;
        specs.forEach(spec -> keepers.put(spec.name(), new Keeper(spec, logs, http, started, tell)));
    }

    /** Starts all and returns at once. */
    void start() {
        for (Keeper keeper : keepers.values()) {
            keeper.givenUp().thenAccept(failure::complete);
            List<CompletableFuture<Void>> needs = keeper.spec().after().stream()
                    .map(name ->
                            Optional.ofNullable(keepers.get(name)).orElseThrow().ready())
                    .toList();
            Thread.ofPlatform().daemon().name("keep-" + keeper.spec().name()).start(() -> keeper.keep(needs));
        }
    }

    /** Waits until every child has served once; false when one could not be brought up. */
    boolean awaitReady() {
        try {
            CompletableFuture<?>[] all =
                    keepers.values().stream().map(Keeper::ready).toArray(CompletableFuture[]::new);
            CompletableFuture.anyOf(CompletableFuture.allOf(all), failure).join();
            return !failure.isDone();
        } catch (CompletionException e) {
            return false;
        }
    }

    /** Completes when a child has died more often than it is started again. */
    CompletableFuture<Child.Ending> failure() {
        return failure;
    }

    /** The processes that are alive now, by name. */
    Map<String, ProcessHandle> processes() {
        Map<String, ProcessHandle> alive = new LinkedHashMap<>();
        keepers.forEach((name, keeper) -> keeper.process().ifPresent(process -> alive.put(name, process)));
        return alive;
    }

    /** Stops all: first those that need others, then those they needed. Takes twice the stop time at most. */
    @Override
    public void close() {
        stop(keepers.values().stream()
                .filter(keeper -> !keeper.spec().after().isEmpty())
                .toList());
        stop(List.copyOf(keepers.values()));
        http.shutdownNow();
    }

    private void stop(List<Keeper> together) {
        List<Thread> stops = together.stream()
                .map(keeper -> Thread.ofPlatform().daemon().start(() -> stop(keeper)))
                .toList();
        for (Thread stop : stops) {
            try {
                stop.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void stop(Keeper keeper) {
        try {
            keeper.stop(mostStopTime);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
