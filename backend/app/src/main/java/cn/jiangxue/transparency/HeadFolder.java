package cn.jiangxue.transparency;

import cn.jiangxue.proof.Hash;
import cn.jiangxue.proof.SignedNote;
import cn.jiangxue.proof.Tile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What of one log stands outside the database: {@code <log>.heads}, every signed head one after the other, and {@code <log>.leaves}, the leaf hashes of 32 bytes each in
 * their order. Whoever changes the database cannot change what was carried away from here. All of it blocks, and is on disk when it returns.
 */
final class HeadFolder {

    private static final int TAIL_BYTES = 16 * 1024;

    /** Starts the line of a signature; each byte of the file is one character here. */
    private static final String SIGNATURE =
            new String("\n— ".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

    private final Path heads;
    private final Path leaves;

    HeadFolder(Path folder, String log) {
        this.heads = folder.resolve(log + ".heads");
        this.leaves = folder.resolve(log + ".leaves");
    }

    /** The head of the largest tree. */
    Optional<SignedNote> newest() {
        if (!Files.exists(heads)) {
            return Optional.empty();
        }
        return locked(heads, file -> {
            long end = endOfWholeNotes(file);
            return SignedNote.parseAll(utf8(wholeNotes(tail(file, end), end))).stream()
                    .max(Comparator.comparingLong(note -> note.checkpoint().size()));
        });
    }

    /** Appends a head; what an interrupted write left at the end is cut off first. */
    void keep(SignedNote head) {
        locked(heads, file -> {
            long end = endOfWholeNotes(file);
            file.truncate(end);
            write(file, end, head.written().getBytes(StandardCharsets.UTF_8));
            return end;
        });
    }

    /** How many leaf hashes there are. */
    long leaves() {
        try {
            return Files.exists(leaves) ? Files.size(leaves) / Hash.BYTES : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes leaf hashes at their places; again changes nothing. */
    void keep(long first, List<Hash> hashes) {
        locked(leaves, file -> {
            write(file, first * Hash.BYTES, Tile.bytes(hashes));
            return first;
        });
    }

    private static void write(FileChannel file, long at, byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            file.write(rest, at + rest.position());
        }
        file.force(true);
    }

    /** After the last line of a signature that has its line break. */
    private static long endOfWholeNotes(FileChannel file) throws IOException {
        String tail = tail(file, file.size());
        int lastBreak = tail.lastIndexOf('\n');
        int signature = lastBreak <= 0 ? -1 : tail.lastIndexOf(SIGNATURE, lastBreak - 1);
        return signature < 0 ? 0 : file.size() - tail.length() + tail.indexOf('\n', signature + 1) + 1;
    }

    /** A tail that starts within the file starts within a note, as a rule: from the next one on. */
    private static String wholeNotes(String tail, long end) {
        if (tail.length() == end) {
            return tail;
        }
        int signature = tail.indexOf(SIGNATURE);
        return tail.substring(tail.indexOf('\n', signature + 1) + 1);
    }

    private static String tail(FileChannel file, long end) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(TAIL_BYTES, end));
        long from = end - bytes.capacity();
        while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {}
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private interface Work<T> {
        T on(FileChannel file) throws IOException;
    }

    private static <T> T locked(Path path, Work<T> work) {
        synchronized (HeadFolder.class) {
            try {
                Files.createDirectories(path.toAbsolutePath().getParent());
                try (FileChannel file = FileChannel.open(
                                path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                        FileLock lock = file.lock()) {
                    return work.on(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Tree heads cannot be kept outside the database: " + path, e);
            }
        }
    }
}
