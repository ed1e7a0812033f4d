package cn.jiangxue.content;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The service as a process of its own, to be killed. */
record ServiceProcess(Process process, int port) {

    static ServiceProcess start(Map<String, String> properties) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ContentApplication.class.getName(),
                "--server.port=" + port));
        properties.forEach((name, value) -> command.add("--" + name + "=" + value));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        var started = new ServiceProcess(process, port);
        Waiting.until("the service is ready", Duration.ofMinutes(1), started::isReady);
        return started;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the service ended with " + process.exitValue());
        }
        try {
            return browser().get("/actuator/health/readiness", null).status() == 200;
        } catch (java.io.UncheckedIOException e) {
            return false;
        }
    }

    Browser browser() {
        return new Browser(port);
    }

    /** The converters it runs right now. */
    List<ProcessHandle> converters() {
        return process.descendants()
                .filter(child -> child.info().command().orElse("").contains("ffmpeg"))
                .toList();
    }

    /** kill -9. */
    void kill() {
        process.destroyForcibly();
        Waiting.until("the service is dead", Duration.ofSeconds(10), () -> !process.isAlive());
    }
}
