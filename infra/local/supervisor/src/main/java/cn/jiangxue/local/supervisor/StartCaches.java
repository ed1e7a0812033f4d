package cn.jiangxue.local.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/**
 * Makes, after a build, for each service a cache of its classes loaded and linked, by starting it once up to where its context
 * stands. No store is needed and none is touched. A service without a cache only starts more slowly.
 */
public final class StartCaches {
    private static final Duration MOST_TIME = Duration.ofMinutes(3);
    /** Nobody listens there: what looks for documents during the training gives up at once. */
    private static final String NO_DOCUMENTS =
            "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=200&connectTimeoutMS=200";

    private StartCaches() {}

    /** Argument: the root of the source tree. */
    public static void main(String[] args) throws Exception {
        for (ServiceJvm service : ServiceJvm.all(Path.of(args[0]))) {
            System.out.println("  start cache of " + service.name()
                    + (made(service) ? "" : " could not be made; it will start more slowly"));
        }
    }

    private static boolean made(ServiceJvm service) throws IOException, InterruptedException {
        Path keys = Files.createTempDirectory("start-cache");
        Path made = service.folder().resolve(service.name() + ".aot.new");
        List<String> command = service.trainingCommand(made);
        command.addAll(List.of("--server.port=0", "--jiangxue.mongo.uri=" + NO_DOCUMENTS));
        command.addAll(List.of("--jiangxue.keys.folder=" + keys, "--jiangxue.scratch.folder=" + keys));
        Process training = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        service.folder().resolve(service.name() + ".aot.log").toFile())
                .start();
        if (!training.waitFor(MOST_TIME)) {
            training.destroyForcibly().waitFor();
        }
        remove(keys);
        if (!Files.exists(made)) {
            return false;
        }
        Files.move(made, service.cache(), StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    private static void remove(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
