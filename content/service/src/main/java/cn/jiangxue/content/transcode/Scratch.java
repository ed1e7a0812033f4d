package cn.jiangxue.content.transcode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where work in progress lies. Nothing here outlives its job; what a killed service left behind is removed when the next one starts. Each service has a folder of its
 * own, held by a lock, so that two on one machine do not clear away each other's work.
 */
final class Scratch implements AutoCloseable {

    private static final String LOCK = "held";

    private final Path root;
    private final Path own;
    private final FileChannel held;

    private Scratch(Path root, Path own, FileChannel held) {
        this.root = root;
        this.own = own;
        this.held = held;
    }

    static Scratch in(Path root) {
        try {
            Path services = Files.createDirectories(root.toAbsolutePath().resolve("work"));
            try (Stream<Path> left = Files.list(services)) {
                for (Path service : left.toList()) {
                    removeUnlessHeld(service);
                }
            }
            Path own = Files.createDirectory(services.resolve(UUID.randomUUID().toString()));
            FileChannel held =
                    FileChannel.open(own.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            if (held.tryLock() == null) {
                throw new IOException("the scratch folder is held by another: " + own);
            }
            return new Scratch(root.toAbsolutePath(), own, held);
        } catch (IOException e) {
            throw new UncheckedIOException("The scratch folder cannot be used: " + root, e);
        }
    }

    private static void removeUnlessHeld(Path service) throws IOException {
        Path lock = service.resolve(LOCK);
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            if (free != null) {
                remove(service);
            }
        } catch (NoSuchFileException e) {
            // Another service is just making it, or just removed it.
        } catch (java.nio.channels.OverlappingFileLockException e) {
            // Another of this process, in tests.
        }
    }

    /** Kept between starts; for what is unpacked once. */
    Path root() {
        return root;
    }

    /** An empty folder for one job; give it back with {@link #remove}. */
    Path forJob(UUID run) throws IOException {
        return Files.createDirectory(own.resolve(run.toString()));
    }

    /** Bytes that may still be written. */
    long freeBytes() throws IOException {
        return Files.getFileStore(own).getUsableSpace();
    }

    /** Bytes that lie in a folder. */
    static long bytesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(Scratch::size).sum();
        } catch (IOException e) {
            return 0;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    static void remove(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    @Override
    public void close() throws IOException {
        held.close();
        remove(own);
    }
}
