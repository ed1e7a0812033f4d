package cn.jiangxue.local.mongo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All documents of a store as they were at one moment, read from its files; whether a store has them open makes no difference. The log is the data, so
 * what stands in its files up to any point is a state the store was in, and everything acknowledged before {@link #take} began is at or before that point.
 *
 * <p>The files stay open until this is closed: what the store deletes meanwhile can still be read. docs/adr/0026 tells why this needs no help of the store.
 */
public final class DocumentSnapshot implements AutoCloseable {

    private static final int MOST_TRIES = 10;
    private static final int BUFFER_BYTES = 1 << 20;

    private final Path base;
    private final List<Frozen> files;

    /** One segment and how much of it belongs to the snapshot. */
    private record Frozen(Path path, FileChannel channel, long length) {}

    /**
     * What {@link #copy} found.
     *
     * @param bytes copied, all of them whole entries that match their checksums
     * @param entries how many
     * @param leftOff bytes of an interrupted write at the end of the newest file; nobody was ever told that it is there
     */
    public record Copied(long bytes, long entries, long leftOff) {}

    private DocumentSnapshot(Path base, List<Frozen> files) {
        this.base = base;
        this.files = files;
    }

    /**
     * Notes how far the log goes now.
     *
     * @param base the store's {@code file}
     * @throws IOException when the files cannot be read, or when they change faster than they can be listed
     */
    public static DocumentSnapshot take(Path base) throws IOException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            List<Path> listed = SegmentedLog.segmentFiles(base);
            List<Frozen> opened = openAll(listed);
            // The same names before and after: none was deleted unseen, and none newer than the last one was there when
            // its length was read.
            if (opened.size() == listed.size()
                    && SegmentedLog.segmentFiles(base).equals(listed)) {
                return new DocumentSnapshot(base, opened);
            }
            closeAll(opened);
        }
        throw new IOException("the files of " + base + " change faster than they can be listed");
    }

    /** Fewer than asked for when one was deleted meanwhile. */
    private static List<Frozen> openAll(List<Path> paths) throws IOException {
        List<Frozen> opened = new ArrayList<>();
        try {
            for (Path path : paths) {
                FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
                opened.add(new Frozen(path, channel, channel.size()));
            }
            return opened;
        } catch (NoSuchFileException cleaned) {
            return opened;
        } catch (IOException | RuntimeException e) {
            closeAll(opened);
            throw e;
        }
    }

    /** The names of the files, oldest first; none when the store was never opened. */
    public List<String> files() {
        return files.stream().map(file -> file.path().getFileName().toString()).toList();
    }

    /** Bytes in all files together; at most so many will be copied. */
    public long bytes() {
        return files.stream().mapToLong(Frozen::length).sum();
    }

    /**
     * Copies one file, whole entries only, each held against its checksum.
     *
     * @param index into {@link #files()}
     * @throws IOException when an entry is damaged, with file and byte
     */
    public Copied copy(int index, OutputStream out) throws IOException {
        Frozen file = files.get(index);
        var sink = Channels.newChannel(out);
        Walk walk = new Walk(file, 0, file.length());
        long entries = 0;
        for (ByteBuffer frame = walk.next(); frame != null; frame = walk.next()) {
            check(frame, file, walk.at - frame.limit());
            sink.write(frame);
            entries++;
        }
        long leftOff = file.length() - walk.at;
        if (leftOff > 0 && index < files.size() - 1) {
            throw damaged(file, walk.at);
        }
        return new Copied(walk.at, entries, leftOff);
    }

    private static void check(ByteBuffer frame, Frozen file, long at) throws IOException {
        try {
            LogEntry.parse(frame.duplicate());
        } catch (IOException | RuntimeException e) {
            throw damaged(file, at);
        }
    }

    private static IOException damaged(Frozen file, long at) {
        return new IOException(file.path() + " is damaged at byte " + at);
    }

    /**
     * How many changes were appended since the snapshot was taken; a store that tidies up appends what it moves too, so it may be fewer in truth.
     */
    public long entriesSince() throws IOException {
        if (files.isEmpty()) {
            return 0;
        }
        Frozen last = files.getLast();
        long entries = count(last, last.length());
        List<Path> newer = SegmentedLog.segmentFiles(base).stream()
                .filter(path -> path.compareTo(last.path()) > 0)
                .toList();
        List<Frozen> opened = openAll(newer);
        try {
            for (Frozen file : opened) {
                entries += count(file, 0);
            }
        } finally {
            closeAll(opened);
        }
        return entries;
    }

    private static long count(Frozen file, long from) throws IOException {
        Walk walk = new Walk(file, from, file.channel().size());
        long entries = 0;
        for (ByteBuffer frame = walk.next(); frame != null; frame = walk.next()) {
            entries++;
        }
        return entries;
    }

    /** Frame after frame of one file; {@code at} is where the next one begins. */
    private static final class Walk {

        private final Frozen file;
        private final long end;
        private ByteBuffer buffer = ByteBuffer.allocate(0);
        private long at;

        Walk(Frozen file, long from, long end) {
            this.file = file;
            this.at = from;
            this.end = end;
        }

        /** The next frame, or null when no whole one follows. */
        @Nullable
        ByteBuffer next() throws IOException {
            int frame = LogEntry.frameLengthAt(buffer);
            while (frame < 0 && buffer.remaining() < Math.min(end - at, Location.MAX_FRAME)) {
                ByteBuffer more = read(Math.max(BUFFER_BYTES, 2 * buffer.remaining()));
                if (more.remaining() <= buffer.remaining()) {
                    return null;
                }
                buffer = more;
                frame = LogEntry.frameLengthAt(buffer);
            }
            if (frame < 0) {
                return null;
            }
            ByteBuffer found = buffer.slice(buffer.position(), frame);
            buffer.position(buffer.position() + frame);
            at += frame;
            return found;
        }

        private ByteBuffer read(int wanted) throws IOException {
            ByteBuffer filled = ByteBuffer.allocate((int) Math.min(wanted, end - at));
            while (filled.hasRemaining() && file.channel().read(filled, at + filled.position()) >= 0) {}
            return filled.flip();
        }
    }

    private static void closeAll(List<Frozen> files) throws IOException {
        for (Frozen file : files) {
            file.channel().close();
        }
    }

    @Override
    public void close() throws IOException {
        closeAll(files);
    }
}
