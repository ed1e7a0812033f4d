package cn.jiangxue.local.supervisor;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One run of one child, from its start to its end. */
final class Child {
    /** Gives the child a session of its own, so that Ctrl-C reaches the supervisor alone, which then stops all in order. */
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private static final long LOOK_EVERY_MS = 50;
    private static final Duration MOST_ANSWER_TIME = Duration.ofSeconds(5);

    private final ChildSpec spec;
    private final Process process;
    private final ChildLog log;
    private final Thread drainer;
    private final AtomicBoolean served = new AtomicBoolean();

    private Child(ChildSpec spec, Process process, ChildLog log, Thread drainer) {
        this.spec = spec;
        this.process = process;
        this.log = log;
        this.drainer = drainer;
    }

    /** Starts the process. Its standard input is a pipe that closes with this process: the sign for it to end. */
    static Child start(ChildSpec spec, Path logs, Consumer<String> announce) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            command.add(SETSID.toString());
        }
        command.addAll(spec.command());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(spec.environment());
        ChildLog log = new ChildLog(logs, spec.name(), announce);
        Process process = builder.start();
        // A platform thread: a virtual one would hold its carrier while it waits on the pipe, and carriers are few.
        Thread drainer =
                Thread.ofPlatform().daemon().name("log-" + spec.name()).start(() -> log.drain(process.inputReader()));
        return new Child(spec, process, log, drainer);
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Whether it has ever been ready. */
    boolean served() {
        return served.get();
    }

    /** Waits until it serves; false when it ended or {@code most} passed first. */
    boolean awaitReady(HttpClient http, Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (!process.waitFor(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
            if (isReady(http)) {
                served.set(true);
                return true;
            }
            if (System.nanoTime() - end > 0) {
                return false;
            }
        }
        return false;
    }

    private boolean isReady(HttpClient http) throws InterruptedException {
        return switch (spec.readiness()) {
            case Readiness.SaysSo says -> log.saidReady().isDone();
            case Readiness.Answers answers -> answers(http, answers);
        };
    }

    private static boolean answers(HttpClient http, Readiness.Answers answers) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(answers.address())
                    .timeout(MOST_ANSWER_TIME)
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Waits for its end; the answer is how it ended and what it said last. */
    Ending awaitEnd() throws InterruptedException {
        int code = process.waitFor();
        drainer.join(Duration.ofSeconds(2));
        log.close();
        return new Ending(spec.name(), code, log.lastLines());
    }

    /** Asks it to end; after {@code most} it is ended. */
    void stop(Duration most) throws InterruptedException {
        // By its handle: Process.destroy would close our end of its output too, and its last words would be lost.
        handle().destroy();
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // The pipe is gone, so the child is.
        }
        if (!process.waitFor(most)) {
            kill();
            process.waitFor();
        }
    }

    void kill() {
        handle().destroyForcibly();
    }

    /** How a child ended. */
    record Ending(String name, int code, List<String> lastLines) {
        String text() {
            String how = code > 128 ? "killed by signal " + (code - 128) : "exit code " + code;
            return name + " ended (" + how + ").";
        }
    }
}
