package cn.jiangxue.local.mongo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * One change as it stands in the log, and its frame: payload length, CRC-32C of the payload, payload.
 *
 * @param table the number of the table changed
 * @param key the row's key; for {@link Kind#NAME} the table's name; empty for {@link Kind#DROP}
 * @param document the row as BSON; empty unless {@link Kind#PUT}
 */
record LogEntry(Kind kind, int table, byte[] key, byte[] document) {

    enum Kind {
        PUT,
        DELETE,
        NAME,
        DROP
    }

    private static final byte[] NOTHING = {};
    private static final int HEADER = 2 * Integer.BYTES;
    private static final int FIXED = 1 + 2 * Integer.BYTES;
    private static final Kind[] KINDS = Kind.values();

    static LogEntry put(int table, byte[] key, byte[] document) {
        return new LogEntry(Kind.PUT, table, key, document);
    }

    static LogEntry delete(int table, byte[] key) {
        return new LogEntry(Kind.DELETE, table, key, NOTHING);
    }

    static LogEntry name(int table, String name) {
        return new LogEntry(Kind.NAME, table, name.getBytes(StandardCharsets.UTF_8), NOTHING);
    }

    static LogEntry drop(int table) {
        return new LogEntry(Kind.DROP, table, NOTHING, NOTHING);
    }

    /** Bytes this entry takes in the log. */
    int frameLength() {
        return HEADER + FIXED + key.length + document.length;
    }

    ByteBuffer toFrame() {
        ByteBuffer frame = ByteBuffer.allocate(frameLength());
        frame.position(HEADER);
        frame.put((byte) kind.ordinal()).putInt(table).putInt(key.length);
        frame.put(key).put(document);
        CRC32C crc = new CRC32C();
        crc.update(frame.array(), HEADER, frame.capacity() - HEADER);
        frame.putInt(0, frame.capacity() - HEADER).putInt(Integer.BYTES, (int) crc.getValue());
        return frame.flip();
    }

    /** The length of the frame that begins at the buffer's position, or -1 when no whole frame does. */
    static int frameLengthAt(ByteBuffer buffer) {
        if (buffer.remaining() < HEADER + FIXED) {
            return -1;
        }
        int payload = buffer.getInt(buffer.position());
        return payload < FIXED || payload > buffer.remaining() - HEADER ? -1 : HEADER + payload;
    }

    /**
     * Reads the frame that fills the buffer.
     *
     * @throws IOException when the bytes are not what was written
     */
    static LogEntry parse(ByteBuffer frame) throws IOException {
        int payload = frame.getInt();
        int expected = frame.getInt();
        CRC32C crc = new CRC32C();
        crc.update(frame.duplicate());
        if (payload != frame.remaining() || (int) crc.getValue() != expected) {
            throw new IOException("a log entry of " + payload + " bytes does not match its checksum");
        }
        Kind kind = KINDS[frame.get()];
        int table = frame.getInt();
        byte[] key = new byte[frame.getInt()];
        frame.get(key);
        byte[] document = new byte[frame.remaining()];
        frame.get(document);
        return new LogEntry(kind, table, key, document);
    }
}
