package cn.jiangxue.local.supervisor;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps one child up: starts it when what it needs is ready, and again when it dies, up to {@value #MOST_RESTARTS} times. */
final class Keeper {
    static final int MOST_RESTARTS = 3;
    /** After this long a run counts as good and earlier deaths are forgotten, so that a year of service is not a countdown. */
    private static final Duration FORGIVEN_AFTER = Duration.ofHours(1);

    private static final Duration MOST_START_TIME = Duration.ofSeconds(120);

    private final ChildSpec spec;
    private final Path logs;
    private final HttpClient http;
    private final Runnable started;
    private final Consumer<String> tell;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<Child.Ending> givenUp = new CompletableFuture<>();
    private @Nullable Child current;
    private boolean stopping;

    Keeper(ChildSpec spec, Path logs, HttpClient http, Runnable started, Consumer<String> tell) {
        this.spec = spec;
        this.logs = logs;
        this.http = http;
        this.started = started;
        this.tell = tell;
    }

    ChildSpec spec() {
        return spec;
    }

    /** Completes when the child has served for the first time. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    /** Completes with the last ending when the child died once too often. */
    CompletableFuture<Child.Ending> givenUp() {
        return givenUp;
    }

    synchronized Optional<ProcessHandle> process() {
        return Optional.ofNullable(current).map(Child::handle).filter(ProcessHandle::isAlive);
    }

    /** Keeps the child up until {@link #stop} or until it has died too often. Takes a thread of its own. */
    void keep(List<CompletableFuture<Void>> needs) {
        try {
            CompletableFuture.allOf(needs.toArray(CompletableFuture[]::new)).join();
            keepUp();
        } catch (CompletionException neverReady) {
            ready.completeExceptionally(neverReady);
        } catch (IOException e) {
            giveUp(new Child.Ending(spec.name(), -1, List.of(String.valueOf(e.getMessage()))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks the child to end and does not start it again. */
    void stop(Duration most) throws InterruptedException {
        Child child;
        synchronized (this) {
            stopping = true;
            child = current;
        }
        if (child != null) {
            child.stop(most);
        }
    }

    private void keepUp() throws IOException, InterruptedException {
        int deaths = 0;
        for (Child child = begin(); child != null; child = begin()) {
            long began = System.nanoTime();
            started.run();
            if (child.awaitReady(http, MOST_START_TIME)) {
                ready.complete(null);
                tell.accept(spec.name() + " is ready" + (deaths == 0 ? "" : " again"));
            } else {
                child.kill();
            }
            Child.Ending ending = child.awaitEnd();
            if (isStopping()) {
                return;
            }
            deaths = System.nanoTime() - began > FORGIVEN_AFTER.toNanos() ? 1 : deaths + 1;
            if (deaths > MOST_RESTARTS) {
                giveUp(ending);
                return;
            }
            tell.accept(ending.text() + " Starting it again (" + deaths + " of " + MOST_RESTARTS + ").");
        }
    }

    private synchronized @Nullable Child begin() throws IOException {
        current = stopping ? null : Child.start(spec, logs, tell);
        return current;
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private void giveUp(Child.Ending ending) {
        givenUp.complete(ending);
        ready.completeExceptionally(new IllegalStateException(ending.text()));
    }
}
