package cn.jiangxue.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Secrets as files {@code name.1}, {@code name.2}… in one folder, readable by their owner only. The highest number is in force; older ones stay to read
 * what they protected. The folder is backed up apart from the database.
 */
public final class KeyFolder {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    public KeyFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException("The key folder cannot be used: " + folder, e);
        }
    }

    /** The secret in force, made of {@code bytes} random bytes when there is none yet. */
    public byte[] secret(String name, int bytes) {
        return current(name, () -> {
            byte[] made = new byte[bytes];
            RANDOM.nextBytes(made);
            return made;
        });
    }

    /** The secret in force, made by {@code maker} when there is none yet. Two processes that start at once agree on one. */
    public byte[] current(String name, Supplier<byte[]> maker) {
        List<byte[]> known = versions(name);
        return known.isEmpty() ? locked(() -> firstOf(name, maker)) : known.getLast();
    }

    /** Every version, oldest first; the last is in force. Empty when the secret was never made. */
    public List<byte[]> versions(String name) {
        List<byte[]> found = new ArrayList<>();
        try {
            for (int version = 1; Files.exists(file(name, version)); version++) {
                found.add(Files.readAllBytes(file(name, version)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A key could not be read: " + name, e);
        }
        return found;
    }

    /** Adds the next version and puts it in force; returns its number. */
    public int rotate(String name, Supplier<byte[]> maker) {
        return locked(() -> {
            int next = versions(name).size() + 1;
            write(file(name, next), maker.get());
            return next;
        });
    }

    /** The folder itself, for files that are no keys but as secret, such as the first administrator's token. */
    public Path path() {
        return folder;
    }

    private byte[] firstOf(String name, Supplier<byte[]> maker) {
        List<byte[]> known = versions(name);
        if (!known.isEmpty()) {
            return known.getLast();
        }
        byte[] made = maker.get();
        write(file(name, 1), made);
        return made;
    }

    private Path file(String name, int version) {
        return folder.resolve(name + "." + version);
    }

    /** Written aside, forced to disk, then renamed: a key file is whole or absent. */
    public static void write(Path target, byte[] content) {
        try {
            Path aside = Files.createTempFile(
                    target.toAbsolutePath().getParent(),
                    ".new",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (FileChannel out = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                out.write(java.nio.ByteBuffer.wrap(content));
                out.force(true);
            }
            if (Files.exists(target)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("A key could not be written: " + target, e);
        }
    }

    private <T> T locked(Supplier<T> work) {
        Path lockFile = folder.resolve(".lock");
        synchronized (KeyFolder.class) {
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                return work.get();
            } catch (IOException e) {
                throw new UncheckedIOException("The key folder could not be locked: " + folder, e);
            }
        }
    }
}
