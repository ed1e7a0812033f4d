package cn.jiangxue.local.mongo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The log that is the data: every change is appended once, the newest entry of a row is the row. Segments are numbered
 * files beside {@code base}; the oldest is emptied and deleted first, so that a deletion in it has nothing older to hide.
 *
 * <p>Appending, releasing and rolling are done by callers that hold the store's write lock; reading needs no lock.
 */
@SuppressWarnings("NonAtomicOperationOnVolatileField") // written under the write lock, read anywhere
final class SegmentedLog implements AutoCloseable {

    /** Takes the entries read, oldest first. */
    interface Replay {
        void entry(LogEntry entry, long location) throws IOException;
    }

    private static final int SEGMENT_BYTES = 16 << 20;
    private static final int READ_BYTES = 1 << 20;

    private final Path base;
    private final AtomicReferenceArray<@Nullable Segment> slots = new AtomicReferenceArray<>(Location.SLOTS);
    private final Deque<Segment> segments = new ArrayDeque<>();
    private volatile Segment active;
    private long nextNumber;
    private volatile long total;
    private volatile long live;
    private volatile long appended;

    private SegmentedLog(Path base, List<Segment> found, long nextNumber) throws IOException {
        this.base = base;
        this.nextNumber = nextNumber;
        for (Segment segment : found) {
            slots.set(segment.slot(), segment);
            segments.add(segment);
            total += segment.length();
        }
        this.active = found.isEmpty() ? addSegment() : segments.getLast();
    }

    /** Opens the segments beside {@code base}, or begins the first. */
    static SegmentedLog open(Path base) throws IOException {
        List<Segment> found = new ArrayList<>();
        long number = 0;
        for (Path file : segmentFiles(base)) {
            found.add(Segment.open(file, found.size()));
            number = numberOf(file) + 1;
        }
        return new SegmentedLog(base, found, number);
    }

    /**
     * Reads every entry there is, oldest first. What follows the last whole entry of the newest segment was never
     * acknowledged and is cut off; a damaged entry anywhere else is an error.
     */
    void replay(Replay replay) throws IOException {
        for (Segment segment : List.copyOf(segments)) {
            scan(segment, replay);
        }
    }

    /** The segments beside {@code base}, oldest first. */
    static List<Path> segmentFiles(Path base) throws IOException {
        String prefix = base.getFileName() + ".";
        try (var files = Files.list(base.toAbsolutePath().getParent())) {
            return files.filter(f -> {
                        String name = f.getFileName().toString();
                        return name.startsWith(prefix)
                                && name.substring(prefix.length()).matches("\\d{10}");
                    })
                    .sorted()
                    .toList();
        }
    }

    private static long numberOf(Path file) {
        String name = file.getFileName().toString();
        return Long.parseLong(name.substring(name.length() - 10));
    }

    /** Reads every entry of one segment. */
    void scan(Segment segment, Replay replay) throws IOException {
        long at = 0;
        ByteBuffer buffer = ByteBuffer.allocate(0);
        while (at < segment.length()) {
            int frame = LogEntry.frameLengthAt(buffer);
            if (frame < 0) {
                long rest = segment.length() - at;
                if (buffer.remaining() == rest) {
                    cutOff(segment, at);
                    return;
                }
                buffer = segment.read(at, (int) Math.min(rest, Math.max(READ_BYTES, 2L * buffer.remaining())));
                continue;
            }
            LogEntry entry;
            try {
                entry = LogEntry.parse(buffer.slice(buffer.position(), frame));
            } catch (IOException e) {
                cutOff(segment, at);
                return;
            }
            buffer.position(buffer.position() + frame);
            replay.entry(entry, Location.of(segment.slot(), at, frame));
            at += frame;
        }
    }

    private void cutOff(Segment segment, long at) throws IOException {
        if (segment != active) {
            throw new IOException(segment.path() + " is damaged at byte " + at
                    + "; it is not the newest file, so this is not an interrupted write");
        }
        total -= segment.length() - at;
        segment.truncate(at);
    }

    /** Appends a change and returns its location. */
    long append(LogEntry entry) throws IOException {
        if (active.length() >= SEGMENT_BYTES) {
            active.force();
            active = addSegment();
        }
        int bytes = entry.frameLength();
        if (bytes > Location.MAX_FRAME) {
            throw new IOException("a document of " + bytes + " bytes is larger than this store keeps");
        }
        long start = active.append(entry.toFrame());
        appended += bytes;
        total += bytes;
        return Location.of(active.slot(), start, bytes);
    }

    private Segment addSegment() throws IOException {
        int slot = 0;
        while (slots.get(slot) != null) {
            if (++slot == Location.SLOTS) {
                throw new IOException("the store is full: " + Location.SLOTS + " segments");
            }
        }
        Path path = base.resolveSibling(base.getFileName() + ".%010d".formatted(nextNumber++));
        Segment segment = Segment.open(path, slot);
        forceFolder();
        slots.set(slot, segment);
        segments.addLast(segment);
        return segment;
    }

    /** The entry at {@code location}, or null when its segment has been emptied and deleted meanwhile. */
    @Nullable
    LogEntry read(long location) throws IOException {
        Segment segment = slots.get(Location.slot(location));
        if (segment == null) {
            return null;
        }
        try {
            return LogEntry.parse(segment.read(Location.offset(location), Location.frame(location)));
        } catch (ClosedChannelException e) {
            return null;
        }
    }

    /** Counts the entry at {@code location} as the newest of its row (or, with a minus, no longer). */
    void count(long location, int sign) {
        live += (long) sign * Location.frame(location);
    }

    /** Bytes appended since opening: a point in the log that durability can be asked for. */
    long appended() {
        return appended;
    }

    /** The segment written to; all others were forced when they were left. */
    Segment active() {
        return active;
    }

    /** The oldest segment that is no longer written to, if any; called under the write lock. */
    @Nullable
    Segment oldestSealed() {
        Segment oldest = segments.getFirst();
        return oldest == active ? null : oldest;
    }

    /** Forgets and deletes an emptied segment; called under the write lock. */
    void remove(Segment segment) throws IOException {
        segments.remove(segment);
        total -= segment.length();
        slots.set(segment.slot(), null);
        segment.delete();
    }

    /** Bytes on disk. */
    long totalBytes() {
        return total;
    }

    /** Bytes of entries that are the newest of their row. */
    long liveBytes() {
        return live;
    }

    private void forceFolder() throws IOException {
        try (FileChannel folder = FileChannel.open(base.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        for (Segment segment : segments) {
            segment.force();
            segment.close();
        }
    }
}
