package cn.jiangxue.local.backup;

import cn.jiangxue.local.backup.Layout.Kind;
import cn.jiangxue.local.backup.Manifest.Part;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Reads an archive that nobody need be trusted for: its manifest first, then each part exactly as long and with exactly the content the manifest says, and nothing else.
 * It holds files only; what is put in place is always a new file, so a link can neither be made nor followed.
 */
final class Archive implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int SUM_DIGITS = 64;
    /** Some 250 bytes a part, and room. */
    private static final long MOST_MANIFEST_BYTES = 1L << 30;

    private final ZipFile zip;
    private final Manifest manifest;

    private Archive(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens an archive and reads its manifest.
     *
     * @throws Refused when it is cut off, is no archive, or its manifest was changed
     */
    static Archive open(Path file, Kind wanted) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Refused("archive.missing", file);
        }
        ZipFile zip = zip(file);
        try {
            return new Archive(zip, manifest(zip, wanted));
        } catch (IOException e) {
            zip.close();
            throw new Refused("archive.changed", ArchiveWriter.MANIFEST);
        } catch (RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static ZipFile zip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException noDirectory) {
            throw new Refused("archive.cut", file, lastBegun(file));
        }
    }

    /** The part in which a file without its end ends; a zip file has its table of contents last. */
    private static String lastBegun(Path file) throws IOException {
        String last = "-";
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                last = entry.getName();
                entries.transferTo(OutputStream.nullOutputStream());
            }
        } catch (IOException | RuntimeException end) {
            return last;
        }
        return last;
    }

    /** Read twice, so that it need not be held as text. */
    private static Manifest manifest(ZipFile zip, Kind wanted) throws IOException {
        MessageDigest digest = Digests.sha256();
        try (InputStream in = entry(zip, ArchiveWriter.MANIFEST);
                OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            long left = MOST_MANIFEST_BYTES;
            for (int read = in.read(buffer); read >= 0 && left >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                left -= read;
            }
        }
        try (InputStream sum = entry(zip, ArchiveWriter.MANIFEST_SUM);
                InputStream in = entry(zip, ArchiveWriter.MANIFEST)) {
            String said = new String(sum.readNBytes(SUM_DIGITS), StandardCharsets.US_ASCII);
            if (!Digests.hex(digest).equals(said)) {
                throw new Refused("archive.changed", ArchiveWriter.MANIFEST);
            }
            return Manifest.parse(in, wanted);
        }
    }

    private static InputStream entry(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new Refused("archive.other", zip.getName());
        }
        return zip.getInputStream(entry);
    }

    Manifest manifest() {
        return manifest;
    }

    /** @throws Refused naming the first part that is missing, was changed, or is not in the manifest */
    void verify() throws IOException {
        Set<String> found = new HashSet<>();
        for (Iterator<? extends ZipEntry> entries = zip.entries().asIterator(); entries.hasNext(); ) {
            String name = entries.next().getName();
            boolean ours = name.equals(ArchiveWriter.MANIFEST) || name.equals(ArchiveWriter.MANIFEST_SUM);
            if (!found.add(name) || !ours && !manifest.parts().containsKey(name)) {
                throw new Refused("archive.foreign", name);
            }
        }
        for (Part part : manifest.parts().values()) {
            copy(part, OutputStream.nullOutputStream());
        }
    }

    /** Puts every part into a folder that holds none of them, each forced to disk. */
    void unpack(Path folder) throws IOException {
        for (Part part : manifest.parts().values()) {
            Path path = Layout.in(folder, part.name(), manifest.head().kind());
            Files.createDirectories(Objects.requireNonNull(path.getParent()), Disk.OWNER_FOLDER);
            try (FileChannel out = FileChannel.open(
                    path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), Disk.OWNER_FILE)) {
                copy(part, Channels.newOutputStream(out));
                Attributes.put(path, part.attributes());
                out.force(true);
            }
        }
    }

    private void copy(Part part, OutputStream out) throws IOException {
        ZipEntry entry = zip.getEntry(part.name());
        if (entry == null) {
            throw new Refused("archive.lacks", part.name());
        }
        MessageDigest digest = Digests.sha256();
        long left = part.bytes();
        try (InputStream in = content(entry, part)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = read(in, buffer, part); read >= 0; read = read(in, buffer, part)) {
                left -= read;
                if (left < 0) {
                    throw new Refused("archive.changed", part.name());
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        if (left != 0 || !Digests.hex(digest).equals(part.sha256())) {
            throw new Refused("archive.changed", part.name());
        }
    }

    private InputStream content(ZipEntry entry, Part part) throws IOException {
        try {
            return zip.getInputStream(entry);
        } catch (ZipException e) {
            throw new Refused("archive.changed", part.name());
        }
    }

    /** What cannot be unpacked was changed; what cannot be written is another matter. */
    private static int read(InputStream in, byte[] buffer, Part part) throws IOException {
        try {
            return in.read(buffer);
        } catch (ZipException | EOFException e) {
            throw new Refused("archive.changed", part.name());
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
