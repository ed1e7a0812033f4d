package cn.jiangxue.transfer;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** npm's json-rules-engine in a Node of its own, waiting to be told how many outcomes to judge. */
final class NodeRules implements AutoCloseable {

    private static final List<String> FILES = List.of("package.json", "contest.js");
    private static final int MINUTES_TO_INSTALL = 2;

    private final Process node;
    private final BufferedWriter asked;
    private final BufferedReader answered;

    private NodeRules(Process node) {
        this.node = node;
        asked = node.outputWriter();
        answered = node.inputReader();
    }

    /** How long it took and what was granted. */
    record Round(double seconds, long grantedMilli) {}

    /** Why the baseline cannot run. */
    static final class Missing extends Exception {
        Missing(String why, @Nullable Throwable cause) {
            super(why, cause);
        }
    }

    /**
     * @param folder where the package is installed, unless it is there already; null when none was given
     * @throws Missing when there is no folder, no node, no npm, or the package cannot be had
     */
    static NodeRules start(@Nullable String folder, String rules) throws Missing {
        if (folder == null) {
            throw new Missing("no folder for npm packages was given (-Djiangxue.bench.npm)", null);
        }
        Path home = Path.of(folder).toAbsolutePath();
        try {
            install(home);
            Path file = home.resolve("rules.json");
            Files.writeString(file, rules);
            return new NodeRules(new ProcessBuilder("node", "contest.js", file.toString())
                    .directory(home.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new Missing("node or npm is not here: " + e.getMessage(), e);
        }
    }

    private static void install(Path home) throws IOException, Missing {
        Files.createDirectories(home);
        for (String file : FILES) {
            try (InputStream in =
                    Objects.requireNonNull(NodeRules.class.getResourceAsStream("/json-rules-engine/" + file), file)) {
                Files.copy(in, home.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (Files.isDirectory(home.resolve("node_modules/json-rules-engine"))) {
            return;
        }
        Process npm = new ProcessBuilder(
                        "npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts")
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("install.log").toFile())
                .start();
        try {
            if (!npm.waitFor(MINUTES_TO_INSTALL, TimeUnit.MINUTES)) {
                npm.destroy();
                throw new Missing("npm did not end within " + MINUTES_TO_INSTALL + " minutes", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Missing("interrupted", e);
        }
        if (npm.exitValue() != 0) {
            throw new Missing("npm could not install json-rules-engine; see " + home.resolve("install.log"), null);
        }
    }

    Round judge(int outcomes) {
        try {
            asked.write(outcomes + "\n");
            asked.flush();
            String line = answered.readLine();
            if (line == null) {
                throw new IllegalStateException("node ended early");
            }
            String[] parts = line.split(" ", 2);
            return new Round(Double.parseDouble(parts[0]), Long.parseLong(parts[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        node.destroy();
        node.onExit().join();
    }
}
