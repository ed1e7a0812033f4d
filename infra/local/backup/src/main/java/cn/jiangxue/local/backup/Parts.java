package cn.jiangxue.local.backup;

import cn.jiangxue.local.mongo.DocumentSnapshot;
import cn.jiangxue.local.mongo.DocumentSnapshot.Copied;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts what a data folder holds into an archive, kind by kind. */
final class Parts {
    private final Path data;
    private final ArchiveWriter archive;
    private final Report report;
    private long changes;

    Parts(Path data, ArchiveWriter archive, Report report) {
        this.data = data;
        this.archive = archive;
        this.report = report;
    }

    /** As far as they go now: the files only grow, and what an interrupted write leaves at the end their reader cuts off. */
    void treeHeads() throws IOException {
        try (Stream<Path> files = files(data.resolve(Layout.TREE_HEADS))) {
            for (Path file : files.sorted().toList()) {
                long length = Files.size(file);
                archive.add(name(file), true, Map.of(), out -> copy(file, length, out));
            }
        }
    }

    private static void copy(Path file, long length, OutputStream out) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            long left = length;
            for (int read = 0; left > 0 && read >= 0; left -= read) {
                read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                out.write(buffer, 0, Math.max(0, read));
            }
        }
    }

    /** Returns how many changes are inside. */
    long documents(DocumentSnapshot documents) throws IOException {
        List<String> files = documents.files();
        if (files.isEmpty()) {
            throw new Refused("source.none", data);
        }
        for (int i = 0; i < files.size(); i++) {
            int index = i;
            archive.add("mongo/" + files.get(i), true, Map.of(), out -> count(documents.copy(index, out)));
            report.progress("backup.documents.so.far", i + 1, files.size());
        }
        return changes;
    }

    private void count(Copied copied) {
        changes += copied.entries();
        if (copied.leftOff() > 0) {
            report.step("backup.left.off", copied.leftOff());
        }
    }

    /** An object never changes. One that goes while this runs (an upload given up, a part put together) belonged to nothing any more. */
    void objects() throws IOException {
        Path root = data.resolve(Layout.OBJECTS);
        if (!Files.isDirectory(root)) {
            return;
        }
        Objects objects = new Objects(root.toRealPath());
        Files.walkFileTree(objects.root, objects);
        report.step("backup.objects", objects.count, Report.size(objects.bytes), objects.gone);
    }

    private final class Objects extends SimpleFileVisitor<Path> {
        private final Path root;
        private long count;
        private long bytes;
        private long gone;

        Objects(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!attributes.isRegularFile()) {
                throw new Refused("source.link", file);
            }
            String name = Layout.OBJECTS + "/" + root.relativize(file);
            try (InputStream in = Files.newInputStream(file)) {
                bytes += archive.add(name, false, Attributes.of(file), in::transferTo)
                        .bytes();
                count++;
            } catch (NoSuchFileException e) {
                gone++;
            }
            report.progress("backup.objects.so.far", count, Report.size(bytes));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                gone++;
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }

    /** The address that credentials name; empty when the site never ran. */
    String publicBaseUrl() throws IOException {
        Path file = data.resolve(Layout.PUBLIC_BASE_URL);
        if (!Files.exists(file)) {
            return "";
        }
        archive.add(Layout.PUBLIC_BASE_URL, true, Map.of(), out -> Files.copy(file, out));
        return Files.readString(file).strip();
    }

    /** The regular files right in a folder; none when it is not there. */
    static Stream<Path> files(Path folder) throws IOException {
        return Files.isDirectory(folder) ? Files.list(folder).filter(Files::isRegularFile) : Stream.empty();
    }

    private String name(Path file) {
        return data.relativize(file).toString();
    }
}
