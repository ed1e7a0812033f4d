package cn.jiangxue.local.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;

/**
 * S3 on a folder, listening on loopback only.
 *
 * <p>What it does not do, so that nothing built on it may lean on it: part copy, tags, versions, locks, lifecycle, names longer
 * than 230 bytes between slashes, {@code k} and {@code k/b} together. It does not force data to the disk; a file is acknowledged
 * to a user only after stat and checksum. After a crash a key named {@code <key>-<uuid>} may be left behind; it is never a key
 * anybody wrote, and the orphan sweep of the content service takes it away.
 */
public final class ObjectStore implements AutoCloseable {
    /** Each reader of a slow connection holds one thread. */
    private static final int MOST_THREADS = 600;

    private static final long LARGEST_SINGLE_PUT_BYTES = 5L << 30;
    private static final int MOST_CLOCK_SKEW_SECONDS = 900;
    private static final long STOP_WAIT_MS = 2_000;

    private final S3Proxy server;
    private final FilesystemNio2BlobStore blobs;
    private final Path folder;
    private final ObjectStoreCredentials credentials;
    private final boolean temporary;

    private ObjectStore(
            S3Proxy server,
            FilesystemNio2BlobStore blobs,
            Path folder,
            ObjectStoreCredentials credentials,
            boolean temporary) {
        this.server = server;
        this.blobs = blobs;
        this.folder = folder;
        this.credentials = credentials;
        this.temporary = temporary;
    }

    /**
     * Opens the store on {@code folder} (made when missing) for pages of any origin; for tests and tools.
     *
     * @param port 0 picks a free one
     */
    public static ObjectStore open(Path folder, int port, ObjectStoreCredentials credentials) {
        return open(folder, port, credentials, List.of());
    }

    /**
     * Opens the store on {@code folder}, made when missing.
     *
     * @param port 0 picks a free one
     * @param origins the origins (scheme, host, port) whose pages may read and write by presigned URL; empty allows every origin,
     *     which gives nothing away that the signature does not guard
     * @throws IllegalStateException when the port is taken
     */
    public static ObjectStore open(Path folder, int port, ObjectStoreCredentials credentials, List<String> origins) {
        return open(folder, port, credentials, origins, false);
    }

    /** A store of its own folder and credentials on a free port; the folder goes away with {@link #close()}. */
    public static ObjectStore temporary() {
        try {
            Path folder = Files.createTempDirectory("object-store");
            return open(folder, 0, ObjectStoreCredentials.random(), List.of(), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectStore open(
            Path folder, int port, ObjectStoreCredentials credentials, List<String> origins, boolean temporary) {
        try {
            Path objects = Files.createDirectories(objectsIn(folder));
            var blobs = new FilesystemNio2BlobStore(objects.toString());
            S3Proxy server = S3Proxy.builder()
                    .blobStore(blobs)
                    .endpoint(URI.create("http://127.0.0.1:" + port))
                    .awsAuthentication(AuthenticationType.AWS_V4, credentials.accessKey(), credentials.secretKey())
                    .corsRules(sharing(origins))
                    .jettyMaxThreads(MOST_THREADS)
                    .maxSinglePartObjectSize(LARGEST_SINGLE_PUT_BYTES)
                    .v4MaxNonChunkedRequestSize(128L << 20)
                    .maximumTimeSkew(MOST_CLOCK_SKEW_SECONDS)
                    .ignoreUnknownHeaders(true)
                    .stopTimeout(STOP_WAIT_MS)
                    .build();
            server.start();
            return new ObjectStore(server, blobs, folder, credentials, temporary);
        } catch (Exception e) {
            throw new IllegalStateException("The object store does not start on port " + port + ".", e);
        }
    }

    /** Makes the bucket unless it is there. Idempotent. */
    public ObjectStore withBucket(String name) {
        if (!Files.isDirectory(objectsIn(folder).resolve(name))) {
            blobs.createContainer(CreateBucketRequest.builder().bucket(name).build());
        }
        return this;
    }

    /** Where clients reach it, without a trailing slash. */
    public String endpoint() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return server.getPort();
    }

    public String accessKey() {
        return credentials.accessKey();
    }

    public String secretKey() {
        return credentials.secretKey();
    }

    /** What it keeps is in here. */
    public Path folder() {
        return folder;
    }

    /** Stops listening; requests under way get two seconds. */
    @Override
    public void close() {
        try {
            server.stop();
            if (temporary) {
                remove(folder);
            }
        } catch (Exception e) {
            throw new IllegalStateException("The object store does not stop.", e);
        }
    }

    private static Path objectsIn(Path folder) {
        return folder.toAbsolutePath().resolve("objects");
    }

    private static CrossOriginResourceSharing sharing(List<String> origins) {
        return new CrossOriginResourceSharing(
                origins.isEmpty()
                        ? List.of("*")
                        : origins.stream().map(Pattern::quote).toList(),
                List.of("GET", "HEAD", "PUT"),
                List.of("*"),
                List.of("ETag", "Content-Range", "Accept-Ranges", "Content-Length"),
                "");
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
