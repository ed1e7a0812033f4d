package cn.jiangxue.local.supervisor;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How one of the three services is started: from its extracted jar and, when {@link StartCaches} has made one, with a cache of
 * loaded and linked classes.
 *
 * @param folder holds the extracted jar
 * @param artifact the jar's name without its version
 */
record ServiceJvm(String name, Path folder, String artifact, int heapMb) {
    static ServiceJvm backend(Path tree) {
        return new ServiceJvm(Plan.BACKEND, tree.resolve("backend/app/target/extracted"), "backend-app", 256);
    }

    static ServiceJvm content(Path tree) {
        return new ServiceJvm(Plan.CONTENT, tree.resolve("content/service/target/extracted"), "content-service", 192);
    }

    static ServiceJvm ui(Path tree) {
        return new ServiceJvm(Plan.UI, tree.resolve("ui/target/extracted"), "ui", 320);
    }

    static List<ServiceJvm> all(Path tree) {
        return List.of(backend(tree), content(tree), ui(tree));
    }

    /** The command up to the service's own arguments. */
    List<String> command() {
        return Files.exists(cache()) ? command("-XX:AOTCache=" + cache()) : command("-Xshare:auto");
    }

    /** The same, for the run that makes the cache; it ends when the context stands. */
    List<String> trainingCommand(Path made) {
        List<String> command = command("-XX:AOTCacheOutput=" + made);
        command.add(command.indexOf("-jar"), "-Dspring.context.exit=onRefresh");
        return command;
    }

    Path cache() {
        return folder.resolve(name + ".aot");
    }

    private List<String> command(String sharing) {
        List<String> command = JvmFlags.java(heapMb);
        command.addAll(List.of(sharing, "-jar", jar().toString()));
        return command;
    }

    private Path jar() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, artifact + "-*.jar")) {
            for (Path file : files) {
                return file;
            }
        } catch (IOException e) {
            throw new Refusal(folder + " is missing. Start by ./run, which builds it.");
        }
        throw new Refusal(folder + " holds no " + artifact + ". Start by ./run, which builds it.");
    }
}
