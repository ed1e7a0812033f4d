package cn.jiangxue.local.elastic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder an Elasticsearch node runs from: {@code lib}, {@code launcher}, {@code modules}, {@code plugins}, {@code config}.
 * This module's build makes it as {@code target/node-home}. Nothing is ever written into it while a node runs.
 *
 * @param folder absolute
 */
public record NodeHome(Path folder) {
    /** Names the folder when it is not beside this class, as in a packaged distribution. */
    public static final String PROPERTY = "jiangxue.elastic.home";

    /** Built here from source, so no checksum of theirs can be kept. */
    private static final Set<String> OWN_JARS = Set.of(
            "launcher/launcher.jar", "plugins/analysis-zh/analysis-zh.jar", "plugins/analysis-cjk/analysis-cjk.jar");

    public NodeHome {
        folder = folder.toAbsolutePath().normalize();
    }

    /** Checks the jars of the folder given; called by the build. */
    public static void main(String[] args) {
        new NodeHome(Path.of(args[0])).verify();
    }

    /**
     * The home named by {@value #PROPERTY}, else the one this module's build left beside its classes or its jar.
     *
     * @throws IllegalStateException when there is none
     */
    public static NodeHome locate() {
        String named = System.getProperty(PROPERTY);
        Path folder = named == null ? besideThisClass() : Path.of(named);
        if (!Files.isDirectory(folder.resolve("lib"))) {
            throw new IllegalStateException("No Elasticsearch node home at " + folder
                    + ". Build infra/local/elastic (mvn process-classes) or set -D" + PROPERTY + ".");
        }
        return new NodeHome(folder);
    }

    /**
     * Compares every jar with the list kept in the source tree.
     *
     * @throws IllegalStateException naming each jar that is missing, changed, or not on the list
     */
    public void verify() {
        Map<String, String> expected = checksums();
        List<String> wrong = new ArrayList<>();
        expected.forEach((name, checksum) -> {
            Path jar = folder.resolve(name);
            if (!Files.isRegularFile(jar)) {
                wrong.add(name + " is missing");
            } else if (!sha256(jar).equals(checksum)) {
                wrong.add(name + " has another SHA-256 than node-jars.sha256 says");
            }
        });
        presentJars().stream()
                .filter(name -> !expected.containsKey(name) && !OWN_JARS.contains(name))
                .map(name -> name + " is not listed in node-jars.sha256")
                .forEach(wrong::add);
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(
                    "The Elasticsearch node home " + folder + " is not as expected: " + String.join("; ", wrong) + ".");
        }
    }

    private Set<String> presentJars() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .map(file -> folder.relativize(file).toString())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path besideThisClass() {
        try {
            Path code = Path.of(NodeHome.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Objects.requireNonNull(code.getParent()).resolve("node-home");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> checksums() {
        InputStream list =
                Objects.requireNonNull(NodeHome.class.getResourceAsStream("node-jars.sha256"), "node-jars.sha256");
        try (var lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            Map<String, String> checksums = new TreeMap<>();
            lines.lines().map(line -> line.split(" +", 2)).forEach(pair -> checksums.put(pair[1], pair[0]));
            return checksums;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(Path file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
