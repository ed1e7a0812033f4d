package cn.jiangxue.local.elastic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A real Elasticsearch node in a child JVM: 256 MB of heap, loopback only, gone when this process goes (its standard input is a
 * pipe from here). Each data folder takes one node at a time.
 */
public final class SearchNode implements AutoCloseable {
    private static final Duration MOST_START_TIME = Duration.ofSeconds(90);
    private static final Duration MOST_STOP_TIME = Duration.ofSeconds(20);
    private static final int LOG_LINES_SHOWN = 20;
    private static final String READY = "READY port=";

    private final Process process;
    private final int port;

    private SearchNode(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a node on {@code dataFolder} (made when missing) and waits until it answers.
     *
     * @param port 0 picks a free one
     * @throws IllegalStateException when the node does not come up; the message carries its last log lines
     */
    public static SearchNode start(Path dataFolder, int port) {
        NodeHome home = NodeHome.locate();
        home.verify();
        try {
            Path log = Files.createDirectories(dataFolder).resolve("node.log");
            Process process = new ProcessBuilder(command(home, dataFolder, port))
                    .redirectError(log.toFile())
                    .start();
            return awaitAnswer(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The command line of a node, for a supervisor that keeps the child itself. The child prints {@code READY port=N} on standard
     * output, logs to standard error, and ends when its standard input closes.
     */
    public static List<String> command(NodeHome home, Path dataFolder, int port) {
        Path folder = home.folder();
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms256m",
                "-Xmx256m",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xshare:auto",
                "--enable-native-access=org.elasticsearch.nativeaccess,org.elasticsearch.foreign,"
                        + "org.apache.lucene.core,ALL-UNNAMED",
                "--add-modules=jdk.incubator.vector,ALL-MODULE-PATH",
                "-Dlog4j2.disable.jmx=true",
                "-Dlog4j.shutdownHookEnabled=false",
                "-Dio.netty.noUnsafe=true",
                "-Dio.netty.allocator.numDirectArenas=0",
                "-p",
                folder.resolve("lib").toString(),
                "-cp",
                folder.resolve("launcher/launcher.jar").toString(),
                "cn.jiangxue.local.elastic.node.NodeMain",
                folder.toString(),
                dataFolder.toAbsolutePath().toString(),
                Integer.toString(port));
    }

    /** Where clients reach it, without a trailing slash. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public long pid() {
        return process.pid();
    }

    /** Asks the node to end, and ends it after 20 seconds. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(MOST_STOP_TIME)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static SearchNode awaitAnswer(Process process, Path log) {
        try {
            int port = readyPort(process).get(MOST_START_TIME.toSeconds(), TimeUnit.SECONDS);
            SearchNode node = new SearchNode(process, port);
            node.awaitHealth();
            return node;
        } catch (ExecutionException | TimeoutException | IOException e) {
            process.destroyForcibly();
            throw new IllegalStateException("Elasticsearch does not start. " + lastLines(log), e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Elasticsearch was starting.", e);
        }
    }

    private static CompletableFuture<Integer> readyPort(Process process) {
        CompletableFuture<Integer> port = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("search-node-output").start(() -> {
            try (BufferedReader out = process.inputReader()) {
                out.lines()
                        .filter(line -> line.startsWith(READY))
                        .forEach(line -> port.complete(Integer.parseInt(line.substring(READY.length()))));
            } catch (IOException | UncheckedIOException e) {
                port.completeExceptionally(e);
            } finally {
                port.completeExceptionally(new IllegalStateException("The node ended before it was ready."));
            }
        });
        return port;
    }

    /** Bound is not yet answering: the indices of an earlier run come back first. */
    private void awaitHealth() throws IOException, InterruptedException {
        URI health = URI.create(url() + "/_cluster/health?wait_for_status=yellow&timeout=60s");
        try (HttpClient client = HttpClient.newHttpClient()) {
            var response = client.send(
                    HttpRequest.newBuilder(health).timeout(MOST_START_TIME).build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("Cluster health: " + response.statusCode() + " " + response.body());
            }
        }
    }

    private static String lastLines(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
        } catch (IOException e) {
            return "Its log " + log + " cannot be read.";
        }
    }
}
