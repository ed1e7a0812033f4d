package cn.jiangxue.local.s3;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The store as a child process that a test may kill. */
final class ObjectStoreProcess implements AutoCloseable {
    private final Process process;
    private final Path folder;
    private final int port;
    private final S3Target target;

    private ObjectStoreProcess(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
        var credentials = ObjectStoreCredentials.keptIn(folder.resolve("credentials"));
        this.target =
                new S3Target("http://127.0.0.1:" + port, credentials.accessKey(), credentials.secretKey(), "jiangxue");
    }

    static ObjectStoreProcess start(Path folder, int port) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ObjectStoreMain.class.getName(),
                "--folder",
                folder.toString(),
                "--port",
                Integer.toString(port),
                "--bucket",
                "jiangxue");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader out = process.inputReader();
            String line = out.readLine();
            if (line == null || !line.startsWith("READY port=")) {
                throw new IllegalStateException("Not ready: " + line);
            }
            return new ObjectStoreProcess(process, folder, Integer.parseInt(line.substring("READY port=".length())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    S3Target target() {
        return target;
    }

    /** kill -9, and the same store again on the same port. */
    ObjectStoreProcess killAndRestart() {
        kill();
        return start(folder, port);
    }

    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    void closeItsInput() throws IOException {
        process.getOutputStream().close();
    }

    void terminate() {
        process.destroy();
    }

    int awaitEnd() {
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                throw new AssertionError("The store is still there.");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
