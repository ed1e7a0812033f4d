package cn.jiangxue.local.mongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A document store that speaks the MongoDB wire protocol on loopback and keeps its data in one folder. A write is
 * acknowledged only after it is on disk; docs/adr/0002 tells how and within which limits.
 */
public final class DocumentStore implements AutoCloseable {

    private final StoreBackend backend;
    private final WireServer server;
    private final @Nullable Path temporary;

    private DocumentStore(StoreBackend backend, WireServer server, @Nullable Path temporary) {
        this.backend = backend;
        this.server = server;
        this.temporary = temporary;
    }

    /**
     * Opens the store in {@code file}, creating it and its folder when absent, and listens on 127.0.0.1.
     *
     * @param port the port to listen on, 0 for a free one
     * @throws UncheckedIOException when the port is taken, another process has the store open, or a file is damaged
     */
    public static DocumentStore open(Path file, int port) {
        return open(file, port, System.err::println);
    }

    /**
     * The same, telling {@code report} what takes long and what goes wrong.
     *
     * @throws UncheckedIOException as {@link #open(Path, int)}
     */
    public static DocumentStore open(Path file, int port, Consumer<String> report) {
        return open(file, port, report, null);
    }

    private static DocumentStore open(Path file, int port, Consumer<String> report, @Nullable Path temporary) {
        try {
            StoreBackend backend = StoreBackend.open(file.toAbsolutePath(), report);
            try {
                return new DocumentStore(backend, new WireServer(backend, port, report), temporary);
            } catch (IOException e) {
                backend.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a store in a new temporary folder on a free port; {@link #close()} deletes the folder. */
    public static DocumentStore temporary() {
        try {
            Path folder = Files.createTempDirectory("jiangxue-mongo");
            return open(folder.resolve("store"), 0, System.err::println, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port this store listens on. */
    public int port() {
        return server.port();
    }

    /** The connection string for an ordinary driver; UUIDs are stored in the standard form. */
    public String uri() {
        return "mongodb://127.0.0.1:" + port() + "/?uuidRepresentation=standard";
    }

    /** Documents that queries have looked at since the store was opened. */
    public long documentsExamined() {
        return backend.examined().documents();
    }

    /** Bytes the store takes on disk. */
    public long bytesOnDisk() {
        return backend.storage().log().totalBytes();
    }

    /** Stops listening, writes what is left and releases the file. */
    @Override
    public void close() {
        server.close();
        backend.close();
        if (temporary != null) {
            deleteRecursively(temporary);
        }
    }

    private static void deleteRecursively(Path folder) {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
