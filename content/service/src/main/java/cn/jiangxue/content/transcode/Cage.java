package cn.jiangxue.content.transcode;

import cn.jiangxue.content.transcode.rules.TranscodeLimits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs a program that reads hostile files. The child has an empty environment, no standard input, no core file, low priority; its memory, processor time, open files,
 * file sizes and run time are limited; where the kernel lets us, it has no network at all. It dies with the thread that started it (so callers use long-lived
 * threads), and thereby with this process, however that ends.
 */
final class Cage {

    private static final int OPEN_FILES = 256;
    private static final int TAIL_BYTES = 4_096;
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final String COMPLAINTS = "stderr.log";

    private final boolean withoutNetwork;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("cage-watch").factory());

    private Cage(boolean withoutNetwork) {
        this.withoutNetwork = withoutNetwork;
    }

    /** A cage as tight as this machine allows. */
    static Cage build() {
        return new Cage(succeeds("unshare", "-r", "-n", "true"));
    }

    /** Whether the child has a network of its own with nothing in it. */
    boolean withoutNetwork() {
        return withoutNetwork;
    }

    /**
     * What is run.
     *
     * @param folder working folder, the only place it should write
     * @param time how long it may run
     * @param outputBytes how much may lie in the folder in all
     */
    record Order(List<String> command, Map<String, String> environment, Path folder, Duration time, long outputBytes) {}

    /** How it ended. */
    sealed interface End {}

    /** By itself; {@code complaints} is the end of what it wrote to standard error. */
    record Exited(int code, String complaints) implements End {}

    record OutOfTime() implements End {}

    record TooMuchOutput() implements End {}

    /** The listener of its lines wanted it stopped. */
    record Stopped() implements End {}

    /**
     * Runs to the end.
     *
     * @param line hears each line of standard output; false stops the child
     */
    End run(Order order, Predicate<String> line) throws IOException {
        Path complaints = order.folder().resolve(COMPLAINTS);
        var builder = new ProcessBuilder(caged(order))
                .directory(order.folder().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectError(complaints.toFile());
        builder.environment().clear();
        builder.environment().putAll(order.environment());
        Process child = builder.start();
        AtomicReference<@Nullable End> ended = new AtomicReference<>();
        ScheduledFuture<?> watching = watch(order, child, ended);
        try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
            for (String said = lines.readLine(); said != null; said = lines.readLine()) {
                if (!line.test(said) && ended.compareAndSet(null, new Stopped())) {
                    child.destroyForcibly();
                }
            }
            int code = child.waitFor();
            End early = ended.get();
            return early != null ? early : new Exited(code, tail(complaints));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Stopped();
        } finally {
            watching.cancel(false);
            child.destroyForcibly();
        }
    }

    private ScheduledFuture<?> watch(Order order, Process child, AtomicReference<@Nullable End> ended) {
        long deadline = System.nanoTime() + order.time().toNanos();
        return watch.scheduleWithFixedDelay(
                () -> {
                    End early = null;
                    if (System.nanoTime() > deadline) {
                        early = new OutOfTime();
                    } else if (Scratch.bytesIn(order.folder()) > order.outputBytes()) {
                        early = new TooMuchOutput();
                    }
                    if (early != null && ended.compareAndSet(null, early)) {
                        child.destroyForcibly();
                    }
                },
                LOOK_EVERY.toMillis(),
                LOOK_EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private List<String> caged(Order order) {
        List<String> command = new ArrayList<>();
        if (withoutNetwork) {
            // First, because entering a namespace clears the wish to die with the parent.
            command.addAll(List.of("unshare", "-r", "-n", "--"));
        }
        command.addAll(List.of("setpriv", "--pdeathsig", "KILL", "--no-new-privs", "--", "nice", "-n", "10"));
        command.addAll(List.of(
                "prlimit",
                "--as=" + TranscodeLimits.MEMORY_BYTES,
                "--fsize=" + TranscodeLimits.FILE_BYTES,
                "--cpu=" + order.time().toSeconds() * Runtime.getRuntime().availableProcessors(),
                "--nofile=" + OPEN_FILES,
                "--core=0",
                "--"));
        command.addAll(order.command());
        return command;
    }

    private static String tail(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(Math.max(0, log.length() - TAIL_BYTES));
            byte[] end = new byte[(int) Math.min(TAIL_BYTES, log.length() - log.getFilePointer())];
            log.readFully(end);
            return new String(end, StandardCharsets.UTF_8)
                    .lines()
                    // The loader's remark on our stand-in libraries.
                    .filter(said -> !said.contains("no version information available"))
                    .collect(Collectors.joining("\n"));
        }
    }

    private static boolean succeeds(String... command) {
        try {
            Process probe = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return probe.waitFor(5, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
