package cn.jiangxue.content.objects;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;

/** Moves bytes between the store and this machine. Every method blocks: call it on a worker's own thread or on the blocking scheduler. */
public final class ObjectTransfer {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SMALL_ANSWER = Duration.ofSeconds(60);
    private static final Duration LARGEST_ANSWER = Duration.ofMinutes(60);
    private static final int TRIES = 3;

    private final ObjectAddresses addresses;
    private final Clock clock;
    private final HttpClient http;

    ObjectTransfer(ObjectAddresses addresses, Clock clock) {
        this.addresses = addresses;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
    }

    /** The first bytes of an object; fewer when it is shorter. */
    public byte[] head(String key, int bytes) throws IOException {
        var request = HttpRequest.newBuilder(addresses.own("GET", key, clock.instant()))
                .header("Range", "bytes=0-" + (bytes - 1))
                .timeout(SMALL_ANSWER)
                .build();
        try (InputStream body = sent(request, BodyHandlers.ofInputStream()).body()) {
            return body.readNBytes(bytes);
        }
    }

    /** A small object as a whole; {@link IOException} when it is larger than {@code most}. */
    public byte[] bytes(String key, int most) throws IOException {
        byte[] read = head(key, most + 1);
        if (read.length > most) {
            throw new IOException("object larger than " + most + " bytes");
        }
        return read;
    }

    /** The SHA-256 of an object, in hexadecimal. */
    public String sha256(String key) throws IOException {
        return copied(key, OutputStream.nullOutputStream());
    }

    /** Copies an object to a file; answers its SHA-256 in hexadecimal. */
    public String download(String key, Path target) throws IOException {
        try (OutputStream file = Files.newOutputStream(target)) {
            return copied(key, file);
        }
    }

    private String copied(String key, OutputStream target) throws IOException {
        var request = HttpRequest.newBuilder(addresses.own("GET", key, clock.instant()))
                .timeout(LARGEST_ANSWER)
                .build();
        var digest = digest();
        try (InputStream body = sent(request, BodyHandlers.ofInputStream()).body();
                var counted = new DigestOutputStream(target, digest)) {
            body.transferTo(counted);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Stores a file under a key; tried up to three times. What is stored under a key never changes, so it may be kept by whoever has it. */
    public void upload(Path file, String key, String contentType) throws IOException {
        IOException last = new IOException("not tried");
        for (int attempt = 0; attempt < TRIES; attempt++) {
            try {
                var request = HttpRequest.newBuilder(addresses.own("PUT", key, clock.instant()))
                        .header("Content-Type", contentType)
                        .header("Cache-Control", "private, max-age=86400, immutable")
                        .timeout(SMALL_ANSWER)
                        .PUT(BodyPublishers.ofFile(file))
                        .build();
                sent(request, BodyHandlers.discarding());
                return;
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    private <T> HttpResponse<T> sent(HttpRequest request, HttpResponse.BodyHandler<T> handler) throws IOException {
        try {
            HttpResponse<T> response = http.send(request, handler);
            if (response.statusCode() / 100 != 2) {
                if (response.body() instanceof InputStream body) {
                    body.close();
                }
                throw new IOException("the object store answered " + response.statusCode());
            }
            return response;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
