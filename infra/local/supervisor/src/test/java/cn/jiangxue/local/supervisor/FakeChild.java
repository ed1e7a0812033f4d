package cn.jiangxue.local.supervisor;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A tiny child for the supervisor: says READY, or answers HTTP, or dies, as told. Ends when its input closes. */
final class FakeChild {
    private FakeChild() {}

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "serve" -> System.out.println("READY port=0");
            case "noted" -> {
                Files.writeString(
                        Path.of(args[1]), args[2] + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                System.out.println("READY port=0");
            }
            case "die" -> {
                System.out.println("READY port=0");
                System.out.println("it hurts");
                System.exit(3);
            }
            case "http" -> answer(Integer.parseInt(args[1]));
            case "deaf" -> {
                sun.misc.Signal.handle(new sun.misc.Signal("TERM"), signal -> System.out.println("ignored"));
                System.out.println("READY port=0");
                System.in.transferTo(OutputStream.nullOutputStream());
                new java.util.concurrent.CountDownLatch(1).await();
            }
            default -> throw new IllegalArgumentException(args[0]);
        }
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }

    static ChildSpec spec(String name, Set<String> after, String... args) {
        return new ChildSpec(name, command(args), Map.of(), new Readiness.SaysSo(), after);
    }

    static ChildSpec site(String name, Set<String> after, int port) {
        URI address = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
        return new ChildSpec(
                name, command("http", Integer.toString(port)), Map.of(), new Readiness.Answers(address), after);
    }

    private static List<String> command(String... args) {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx16m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                FakeChild.class.getName()));
        command.addAll(List.of(args));
        return command;
    }

    private static void answer(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }
}
