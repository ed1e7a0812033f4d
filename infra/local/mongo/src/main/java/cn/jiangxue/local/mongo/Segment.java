package cn.jiangxue.local.mongo;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One append-only file of the log. Appends come from one thread at a time; reads from any. */
final class Segment implements AutoCloseable {

    private final Path path;
    private final int slot;
    private final FileChannel channel;
    private volatile long length;
    private volatile boolean deleted;

    private Segment(Path path, int slot, FileChannel channel, long length) {
        this.path = path;
        this.slot = slot;
        this.channel = channel;
        this.length = length;
    }

    static Segment open(Path path, int slot) throws IOException {
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return new Segment(path, slot, channel, channel.size());
    }

    Path path() {
        return path;
    }

    int slot() {
        return slot;
    }

    long length() {
        return length;
    }

    /**
     * Writes a frame at the end and returns where it begins. A failed write leaves the segment as it was.
     */
    long append(ByteBuffer frame) throws IOException {
        long start = length;
        try {
            long at = start;
            while (frame.hasRemaining()) {
                at += channel.write(frame, at);
            }
            length = at;
            return start;
        } catch (IOException e) {
            channel.truncate(start);
            throw e;
        }
    }

    ByteBuffer read(long from, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        while (buffer.hasRemaining()) {
            int n = channel.read(buffer, from + buffer.position());
            if (n < 0) {
                throw new EOFException(path + " ends before " + (from + bytes));
            }
        }
        return buffer.flip();
    }

    void truncate(long to) throws IOException {
        channel.truncate(to);
        channel.force(true);
        length = to;
    }

    /** Returns only when everything appended before the call survives a loss of power. */
    void force() throws IOException {
        try {
            channel.force(false);
        } catch (ClosedChannelException e) {
            if (!deleted) {
                throw e;
            }
        }
    }

    void delete() throws IOException {
        deleted = true;
        Files.deleteIfExists(path);
        channel.close();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
