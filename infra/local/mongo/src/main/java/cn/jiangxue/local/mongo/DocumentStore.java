package cn.jiangxue.local.mongo;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A document store that speaks the MongoDB wire protocol on loopback and keeps its data in one file. A write is
 * acknowledged only after it is on disk.
 */
public final class DocumentStore implements AutoCloseable {

    private final DurableBackend backend;
    private final MongoServer server;
    private final int port;
    private final @Nullable Path temporary;

    private DocumentStore(Path file, int port, @Nullable Path temporary) {
        this.temporary = temporary;
        this.backend = DurableBackend.open(file);
        this.server = new MongoServer(backend);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        this.port = server.getLocalAddress().getPort();
    }

    /**
     * Opens the store in {@code file}, creating it and its folder when absent, and listens on 127.0.0.1.
     *
     * @param port the port to listen on, 0 for a free one
     * @throws UncheckedIOException when the folder cannot be made
     */
    public static DocumentStore open(Path file, int port) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DocumentStore(file.toAbsolutePath(), port, null);
    }

    /** Opens a store in a new temporary folder on a free port; {@link #close()} deletes the folder. */
    public static DocumentStore temporary() {
        try {
            Path folder = Files.createTempDirectory("jiangxue-mongo");
            return new DocumentStore(folder.resolve("store.mv"), 0, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port this store listens on. */
    public int port() {
        return port;
    }

    /** The connection string for an ordinary driver; UUIDs are stored in the standard form. */
    public String uri() {
        return "mongodb://127.0.0.1:" + port + "/?uuidRepresentation=standard";
    }

    /** Stops listening, writes what is left and releases the file. */
    @Override
    public void close() {
        server.shutdownNow();
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
