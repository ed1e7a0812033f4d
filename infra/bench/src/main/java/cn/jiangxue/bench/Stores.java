package cn.jiangxue.bench;

import cn.jiangxue.local.elastic.SearchNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The local stores as ./run has them, each a child process on disk, in a folder that is deleted at the end. */
public final class Stores implements AutoCloseable {

    private static final String READY = "READY port=";
    private static final int DOCUMENTS_HEAP_MB = 256;

    private final Path folder;
    private final Process documents;
    private final int port;
    private final @Nullable SearchNode search;

    private Stores(Path folder, Process documents, int port, @Nullable SearchNode search) {
        this.folder = folder;
        this.documents = documents;
        this.port = port;
        this.search = search;
    }

    static Stores start(boolean withSearch) throws IOException {
        return start(withSearch, DOCUMENTS_HEAP_MB);
    }

    /** A document store alone, with more memory than it has on one machine. */
    public static Stores documents(int heapMb) throws IOException {
        return start(false, heapMb);
    }

    private static Stores start(boolean withSearch, int documentsHeapMb) throws IOException {
        Path folder = Files.createTempDirectory("jiangxue-bench");
        Process documents = new ProcessBuilder(command(folder.resolve("documents"), documentsHeapMb))
                .redirectError(folder.resolve("documents.log").toFile())
                .start();
        int port = readyPort(documents);
        return new Stores(folder, documents, port, withSearch ? SearchNode.start(folder.resolve("search"), 0) : null);
    }

    private static List<String> command(Path file, int heapMb) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMb + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "cn.jiangxue.local.mongo.MongoStoreMain",
                "--file",
                file.toString(),
                "--port",
                "0");
    }

    private static int readyPort(Process documents) throws IOException {
        BufferedReader out = documents.inputReader();
        String line = out.readLine();
        while (line != null && !line.startsWith(READY)) {
            line = out.readLine();
        }
        if (line == null) {
            throw new IOException("the document store ended before it was ready");
        }
        return Integer.parseInt(line.substring(READY.length()));
    }

    public Path folder() {
        return folder;
    }

    public String documentsUri() {
        return "mongodb://127.0.0.1:" + port + "/?uuidRepresentation=standard";
    }

    /** An address where nobody listens when the search engine was not asked for. */
    String searchUri() {
        return search == null ? "http://127.0.0.1:1" : search.url();
    }

    long documentsPid() {
        return documents.pid();
    }

    /** 0 when it was not asked for. */
    long searchPid() {
        return search == null ? 0 : search.pid();
    }

    @Override
    public void close() {
        if (search != null) {
            search.close();
        }
        documents.destroy();
        documents.onExit().join();
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
