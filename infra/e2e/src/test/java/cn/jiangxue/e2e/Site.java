package cn.jiangxue.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The whole product, started the way a person starts it: {@code ./run}, on a data folder and a port of its own. */
final class Site implements AutoCloseable {

    private static final Duration MOST_START_TIME = Duration.ofMinutes(10);
    private static final Duration MOST_RESTART_TIME = Duration.ofSeconds(90);
    private static final Duration MOST_STOP_TIME = Duration.ofSeconds(60);

    /** One of the site's processes: its name for people, and what stands in its command line. */
    enum Part {
        DOCUMENTS("documents", "MongoStoreMain"),
        OBJECTS("objects", "ObjectStoreMain"),
        SEARCH("search", "NodeMain"),
        BACKEND("backend", "/backend-app-"),
        CONTENT("content", "/content-service-"),
        UI("ui", "/ui-");

        private final String name;
        private final String marker;

        Part(String name, String marker) {
            this.name = name;
            this.marker = marker;
        }
    }

    private final Path data;
    private final int port;
    private final Map<String, String> told;
    private @org.jspecify.annotations.Nullable Process run;
    private final Map<Part, Integer> deaths = new EnumMap<>(Part.class);
    private final ConcurrentLinkedQueue<String> output = new ConcurrentLinkedQueue<>();

    private Site(Path data, int port, Map<String, String> told) {
        this.data = data;
        this.port = port;
        this.told = told;
    }

    /** The root of the source tree: the folder above this one that holds {@code run}. */
    static Path tree() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("run"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("the source tree was not found");
            }
        }
        return folder;
    }

    /**
     * Starts on the folder and waits until it says where it is. While writing tests, {@code -Dsite.port=8080 -Dsite.data=DIR} takes the site that is running
     * there instead and leaves it running; {@code -Dsite.pid} is its process, {@code -Dsite.output=FILE} what it printed.
     */
    static Site start(Path data, String... more) {
        return start(data, Map.of(), more);
    }

    /** {@code told}: environment variables, which set properties of the services. */
    static Site start(Path data, Map<String, String> told, String... more) {
        Integer running = Integer.getInteger("site.port");
        if (running != null) {
            return new Site(Path.of(System.getProperty("site.data", data.toString())), running, told);
        }
        Site site = new Site(data, freePort(), told);
        site.launch(more);
        return site;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops and starts again on the same folder and port. */
    void restart() {
        close();
        launch();
    }

    private void launch(String... more) {
        List<String> command = new ArrayList<>(List.of(
                "bash", tree().resolve("run").toString(), "--port", String.valueOf(port), "--data", data.toString()));
        command.addAll(List.of(more));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(told);
            run = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Process started = run;
        long welcomes = welcomes();
        Thread.ofVirtual().start(() -> collect(started));
        await("the site says where it is", MOST_START_TIME, () -> {
            if (!started.isAlive()) {
                throw new IllegalStateException("./run ended:\n" + output());
            }
            return welcomes() > welcomes;
        });
    }

    /** How often it said that all of it is there: the pages answer before the services do. */
    private long welcomes() {
        return output.stream()
                .filter(line -> line.startsWith("匠学 Jiangxue is at "))
                .count();
    }

    private void collect(Process process) {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(output::add);
        } catch (IOException | UncheckedIOException e) {
            output.add("(the output ended: " + e.getMessage() + ")");
        }
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    String output() {
        return run != null ? String.join("\n", output) : read(Path.of(System.getProperty("site.output", "/dev/null")));
    }

    Path data() {
        return data;
    }

    /** Waits until the sample people and courses are there. */
    void awaitSamples() {
        if (run == null) {
            return;
        }
        await(
                "the sample data is there",
                Duration.ofMinutes(15),
                () -> output.stream()
                        .anyMatch(line -> line.contains("sample data is complete") || line.contains("示例数据已就绪")));
    }

    /** Ends one of the site's processes without warning. */
    void kill(Part part) {
        ProcessHandle victim = supervisor()
                .descendants()
                .filter(process -> commandLine(process).contains(part.marker))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no process " + part));
        victim.destroyForcibly();
        deaths.merge(part, 1, Integer::sum);
        victim.onExit().join();
    }

    /** Waits until the process that was ended serves again. */
    void awaitAgain(Part part) {
        String line = part.name + " is ready again";
        await(
                line,
                MOST_RESTART_TIME,
                () -> output().lines().filter(each -> each.contains(line)).count() >= deaths.getOrDefault(part, 0));
    }

    void killAndAwait(Part part) {
        kill(part);
        awaitAgain(part);
    }

    /** As {@code kill -9} of everything at once. */
    void killAll() {
        ProcessHandle supervisor = supervisor();
        List<ProcessHandle> all = supervisor.descendants().toList();
        supervisor.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        supervisor.onExit().join();
    }

    private ProcessHandle supervisor() {
        return run != null
                ? run.toHandle()
                : ProcessHandle.of(Long.getLong("site.pid")).orElseThrow();
    }

    /** All of it: the JDK's own answer is cut at one memory page. */
    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"));
        } catch (IOException ended) {
            return "";
        }
    }

    void startAgain() {
        launch();
    }

    @Override
    public void close() {
        if (run == null) {
            return;
        }
        run.destroy();
        try {
            if (!run.waitFor(MOST_STOP_TIME.toSeconds(), TimeUnit.SECONDS)) {
                killAll();
                throw new IllegalStateException("./run did not stop on SIGTERM:\n" + output());
            }
        } catch (InterruptedException e) {
            killAll();
            Thread.currentThread().interrupt();
        }
    }

    static void await(String what, Duration most, BooleanSupplier condition) {
        Instant end = Instant.now().plus(most);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("not within " + most.toSeconds() + " s: " + what);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(200_000_000L);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
