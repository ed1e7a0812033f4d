package cn.jiangxue.local.mongo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The store as a process of its own, with the memory it has in the product. */
record Child(Process process, int port) {

    static Child start(Path file) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MongoStoreMain.class.getName(),
                        "--file",
                        file.toString(),
                        "--port",
                        "0")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null || !line.startsWith("READY port=")) {
            process.destroyForcibly();
            throw new IOException("the store said " + line);
        }
        return new Child(process, Integer.parseInt(line.substring("READY port=".length())));
    }

    String uri() {
        return "mongodb://127.0.0.1:" + port
                + "/?uuidRepresentation=standard&serverSelectionTimeoutMS=20000&maxPoolSize=60";
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Closes the pipe to the child, which is how it learns that its parent has gone. */
    int abandon() throws IOException, InterruptedException {
        OutputStream in = process.getOutputStream();
        in.close();
        return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    /** SIGTERM. */
    int terminate() throws InterruptedException {
        process.toHandle().destroy();
        return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }
}
