package cn.jiangxue.local.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one folder that holds everything the site keeps. Held by a file lock while it is open: the lock goes with the process,
 * however that ends. {@code run/} in it is about the current run, all else is data.
 */
final class DataFolder implements AutoCloseable {
    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Opens the folder, made when missing, readable by its owner only.
     *
     * @throws Refusal when another run holds it, or when it is full of something else
     */
    static DataFolder open(Path folder) {
        try {
            if (!Files.exists(folder.resolve("run")) && isFull(folder)) {
                throw new Refusal(
                        folder + " holds files that are not ours. Name an empty or new folder with --data DIR.");
            }
            Files.createDirectories(folder.resolve("run"));
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            Path file = folder.resolve("run/lock");
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new Refusal(folder + " is in use by another ./run (process "
                        + Files.readString(file).strip()
                        + "). Stop that one, or give this one a folder of its own with --data DIR.");
            }
            channel.truncate(0);
            channel.write(java.nio.charset.StandardCharsets.UTF_8.encode(
                    Long.toString(ProcessHandle.current().pid())));
            return new DataFolder(folder, channel, lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /** Removes everything but the lock. */
    void empty() {
        Path run = path("run");
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder())
                    .filter(path -> !path.equals(folder) && !path.equals(run) && !path.equals(run.resolve("lock")))
                    .toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A short text kept with the data. */
    Optional<String> kept(String name) {
        try {
            Path file = path(name);
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a short text, whole or not at all. */
    void keep(String name, String text) {
        try {
            Path whole = Files.writeString(path(name + ".new"), text + "\n");
            Files.move(
                    whole,
                    path(name),
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFull(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }
}
