package cn.jiangxue.local.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Who holds a data folder: the lock of {@code ./run}, which goes with its process. */
final class Holder {
    private Holder() {}

    /** The number of the process that holds it, as that wrote it down; empty when nobody does. */
    static Optional<String> of(Path folder) throws IOException {
        Path lock = folder.resolve(Layout.LOCK);
        if (!Files.isRegularFile(lock)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock taken = channel.tryLock()) {
            return taken == null ? Optional.of(Files.readString(lock).strip()) : Optional.empty();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return Optional.of(Long.toString(ProcessHandle.current().pid()));
        }
    }
}
