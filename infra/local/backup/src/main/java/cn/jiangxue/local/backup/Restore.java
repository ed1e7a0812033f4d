package cn.jiangxue.local.backup;

import cn.jiangxue.local.backup.Layout.Kind;
import cn.jiangxue.local.backup.Manifest.Head;
import cn.jiangxue.local.backup.Manifest.Part;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One {@code ./restore}: both archives are read to their end and found to be whole and to belong together before the first file is written. The folder grows under a name of its own and gets the
 * one it was asked for when it is on disk.
 */
final class Restore {
    /** What a file system needs besides the content, for a share of it and at least. */
    private static final long ROOM_SHARE = 20;

    private static final long ROOM_BYTES = 16L << 20;

    private final Path file;
    private final Path keysFile;
    private final Path data;
    private final Report report;

    Restore(Path file, Path keysFile, Path data, Report report) {
        this.file = file;
        this.keysFile = keysFile;
        this.data = data;
        this.report = report;
    }

    /** @throws Refused when nothing was put in place */
    void run() throws IOException {
        check(data);
        try (Archive archive = Archive.open(file, Kind.DATA);
                Archive keys = Archive.open(keysFile, Kind.KEYS)) {
            Head head = archive.manifest().head();
            report.step("restore.checking", file, head.parts(), Report.size(head.bytes()));
            checkKeys(head, keys);
            keys.verify();
            archive.verify();
            checkRoom(head);
            unpack(archive, keys);
            conclude(head);
        }
    }

    private static void check(Path folder) throws IOException {
        Optional<String> holder = Holder.of(folder);
        if (holder.isPresent()) {
            throw new Refused("folder.busy", folder, holder.get());
        }
        if (Files.exists(folder) && !isEmptyFolder(folder)) {
            throw new Refused("folder.full", folder);
        }
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /** Every key in force when the documents were frozen, the very same; newer ones do no harm. */
    private void checkKeys(Head head, Archive keys) {
        head.keys().forEach((name, sum) -> {
            Part key = keys.manifest().parts().get(name);
            if (key == null) {
                throw new Refused("keys.older", keysFile, name);
            }
            if (!key.sha256().equals(sum)) {
                throw new Refused("keys.others", keysFile, name, Manifest.fingerprint(head.keys()));
            }
        });
    }

    private void checkRoom(Head head) throws IOException {
        Path existing = data;
        while (!Files.exists(existing)) {
            existing = Objects.requireNonNull(existing.getParent());
        }
        long room = Files.getFileStore(existing).getUsableSpace();
        if (room < head.bytes() + head.bytes() / ROOM_SHARE + ROOM_BYTES) {
            throw new Refused("folder.small", data, Report.size(head.bytes()), Report.size(room));
        }
    }

    private void unpack(Archive archive, Archive keys) throws IOException {
        Path parent = Files.createDirectories(Objects.requireNonNull(data.getParent()));
        Path growing = data.resolveSibling(data.getFileName() + ".restoring");
        Path lockFile = data.resolveSibling(data.getFileName() + ".restoring.lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = tryLock(channel)) {
            if (lock == null) {
                throw new Refused("folder.restoring", data);
            }
            try {
                Disk.remove(growing);
                Files.createDirectory(growing, Disk.OWNER_FOLDER);
                Files.createDirectory(growing.resolve(Layout.RUN), Disk.OWNER_FOLDER);
                report.step("restore.unpacking", growing);
                keys.unpack(growing);
                archive.unpack(growing);
                Disk.forceAll(growing);
                check(data);
                Files.move(growing, data, StandardCopyOption.ATOMIC_MOVE);
                Disk.force(parent);
            } finally {
                Disk.remove(growing);
                Files.deleteIfExists(lockFile);
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private void conclude(Head head) {
        report.say("restore.done", report.duration(), data, head.parts(), Report.size(head.bytes()), head.changes());
        report.say("inside.as.of", Report.time(head.asOf()), head.asOf());
        report.say("restore.lost");
        report.say("restore.heads");
        report.say("restore.next", data, head.site().isEmpty() ? "-" : head.site());
    }
}
