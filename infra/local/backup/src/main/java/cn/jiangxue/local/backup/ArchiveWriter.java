package cn.jiangxue.local.backup;

import cn.jiangxue.local.backup.Layout.Kind;
import cn.jiangxue.local.backup.Manifest.Head;
import cn.jiangxue.local.backup.Manifest.Part;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes one archive as a stream: an ordinary zip file whose last two entries are the manifest and its checksum. It grows under a name of its own and gets the name it was asked
 * for once it is whole, checked and on disk; closed before that, nothing is left.
 */
final class ArchiveWriter implements AutoCloseable {
    static final String MANIFEST = "manifest.jsonl";
    static final String MANIFEST_SUM = "manifest.sha256";

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path target;
    private final Path growing;
    private final Kind kind;
    private final FileChannel file;
    private final ZipOutputStream zip;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private long bytes;
    private boolean finished;

    /** What writes the content of a part. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private ArchiveWriter(Path target, Path growing, Kind kind, FileChannel file) {
        this.target = target;
        this.growing = growing;
        this.kind = kind;
        this.file = file;
        this.zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), BUFFER_BYTES));
    }

    /** @throws Refused when there is such a file already, or another backup is writing it */
    static ArchiveWriter begin(Path target, Kind kind) throws IOException {
        if (Files.exists(target)) {
            throw new Refused("target.exists", target);
        }
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new Refused("target.nowhere", target);
        }
        Path growing = target.resolveSibling(target.getFileName() + ".part");
        FileChannel file =
                FileChannel.open(growing, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), Disk.OWNER_FILE);
        try {
            if (file.tryLock() != null) {
                file.truncate(0);
                return new ArchiveWriter(target, growing, kind, file);
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            // refused below
        }
        file.close();
        throw new Refused("target.busy", growing);
    }

    /**
     * Adds a part.
     *
     * @param packed whether to compress it: films are compressed already
     * @throws Refused when there are too many
     */
    Part add(String name, boolean packed, Map<String, byte[]> attributes, Content content) throws IOException {
        if (!kind.holds(name)) {
            throw new Refused("source.foreign", name);
        }
        if (parts.size() == Manifest.MOST_PARTS) {
            throw new Refused("source.many", Manifest.MOST_PARTS);
        }
        MessageDigest digest = Digests.sha256();
        Part part = entry(name, packed, out -> {
            Counted counted = new Counted(new DigestOutputStream(out, digest));
            content.writeTo(counted);
            return new Part(name, counted.written, Digests.hex(digest), attributes);
        });
        parts.put(name, part);
        bytes += part.bytes();
        return part;
    }

    /** Writes the manifest, checks everything there is, and gives the file its name; returns its SHA-256. */
    String finish(Instant asOf, String site, long changes, Map<String, String> keys) throws IOException {
        Head head = new Head(Manifest.FORMAT, kind, asOf, site, changes, keys, parts.size(), bytes);
        MessageDigest digest = Digests.sha256();
        entry(MANIFEST, true, out -> {
            new Manifest(head, parts).writeTo(new DigestOutputStream(out, digest));
            return head;
        });
        entry(MANIFEST_SUM, false, out -> {
            out.write(Digests.hex(digest).getBytes(StandardCharsets.US_ASCII));
            return head;
        });
        zip.finish();
        zip.flush();
        file.force(true);
        try (Archive written = Archive.open(growing, kind)) {
            written.verify();
        }
        String sum = Digests.of(growing);
        Files.move(growing, target, StandardCopyOption.ATOMIC_MOVE);
        finished = true;
        Disk.force(Objects.requireNonNull(target.toAbsolutePath().getParent()));
        return sum;
    }

    long bytes() {
        return bytes;
    }

    int parts() {
        return parts.size();
    }

    private interface Entry<T> {
        T write(OutputStream out) throws IOException;
    }

    private <T> T entry(String name, boolean packed, Entry<T> work) throws IOException {
        zip.setLevel(packed ? Deflater.BEST_SPEED : Deflater.NO_COMPRESSION);
        zip.putNextEntry(new ZipEntry(name));
        T done = work.write(zip);
        zip.closeEntry();
        return done;
    }

    @Override
    public void close() throws IOException {
        if (!finished) {
            Files.deleteIfExists(growing);
        }
        file.close();
    }

    private static final class Counted extends FilterOutputStream {
        private long written;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            written++;
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            out.write(some, from, length);
            written += length;
        }
    }
}
