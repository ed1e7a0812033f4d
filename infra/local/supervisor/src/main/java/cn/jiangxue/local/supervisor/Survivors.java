package cn.jiangxue.local.supervisor;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Children of a run that was killed end by themselves, but not in no time. The next run waits for them, for two processes must not
 * write the same files.
 */
final class Survivors {
    private static final Duration MOST_WAIT = Duration.ofSeconds(20);
    private static final String KEPT_AS = "run/children";

    private Survivors() {}

    /** Notes who runs now; each process by its number and the instant it started, for numbers are used again. */
    static synchronized void note(DataFolder data, Collection<ProcessHandle> children) {
        data.keep(
                KEPT_AS,
                children.stream()
                        .map(child -> child.pid() + " " + started(child).orElse(Instant.EPOCH))
                        .collect(Collectors.joining("\n")));
    }

    /** Waits for the children of the last run and ends those that do not end. */
    static void awaitEnd(DataFolder data) {
        data.kept(KEPT_AS)
                .orElse("")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(Survivors::awaitEnd);
    }

    private static void awaitEnd(String line) {
        String[] noted = line.split(" ", 2);
        Optional<ProcessHandle> survivor = ProcessHandle.of(Long.parseLong(noted[0]))
                .filter(process -> started(process).map(Instant::toString).equals(Optional.of(noted[1])));
        survivor.ifPresent(Survivors::awaitEnd);
    }

    private static void awaitEnd(ProcessHandle survivor) {
        try {
            survivor.onExit().get(MOST_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            survivor.destroyForcibly();
            survivor.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Instant> started(ProcessHandle process) {
        return process.info().startInstant();
    }
}
