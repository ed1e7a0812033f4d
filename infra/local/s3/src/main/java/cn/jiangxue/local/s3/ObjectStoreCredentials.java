package cn.jiangxue.local.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * The one key pair an {@link ObjectStore} accepts. Random, made once, and kept in a file only its owner can read, so that URLs
 * signed before a restart stay valid after it.
 */
public record ObjectStoreCredentials(String accessKey, String secretKey) {
    private static final int ACCESS_BYTES = 15;
    private static final int SECRET_BYTES = 33;

    public ObjectStoreCredentials {
        if (accessKey.isBlank() || secretKey.isBlank()) {
            throw new IllegalArgumentException("An object store key must not be blank.");
        }
    }

    /** A fresh pair: 120 random bits of name, 264 of secret. */
    public static ObjectStoreCredentials random() {
        SecureRandom random = new SecureRandom();
        return new ObjectStoreCredentials(text(random, ACCESS_BYTES), text(random, SECRET_BYTES));
    }

    /**
     * The pair kept in {@code file} (two lines: access key, secret key), made there when it is missing. Two processes that ask at
     * once get the same pair.
     *
     * @throws IllegalStateException when the file is there but does not hold a pair
     * @throws UncheckedIOException when it can neither be read nor written
     */
    public static ObjectStoreCredentials keptIn(Path file) {
        try {
            if (!Files.exists(file)) {
                keep(random(), file);
            }
            List<String> lines = Files.readAllLines(file);
            if (lines.size() < 2) {
                throw new IllegalStateException(file + " does not hold an access key and a secret key.");
            }
            return new ObjectStoreCredentials(lines.get(0), lines.get(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The secret never reaches a log by way of a record's text. */
    @Override
    public String toString() {
        return "ObjectStoreCredentials[" + accessKey + "]";
    }

    private static void keep(ObjectStoreCredentials made, Path file) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path whole = Files.createTempFile(folder, "credentials", ".new", ownerOnly);
        try {
            Files.writeString(whole, made.accessKey() + "\n" + made.secretKey() + "\n");
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException another) {
            // Another process was first: its pair is the one in force.
        } catch (UnsupportedOperationException noLinks) {
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private static String text(SecureRandom random, int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }
}
