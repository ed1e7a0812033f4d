package cn.jiangxue.courses;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads the length of a film from its movie header (ISO/IEC 14496-12, boxes {@code moov} and {@code mvhd}). */
final class Mp4 {
    private static final int HEADER_BYTES = 8;

    private Mp4() {}

    /**
     * Length in seconds.
     *
     * @throws IllegalArgumentException when there is no movie header
     */
    static double seconds(byte[] file) {
        try {
            ByteBuffer header = box(box(ByteBuffer.wrap(file), "moov"), "mvhd");
            boolean wide = header.get() == 1;
            header.position(header.position() + 3 + (wide ? 16 : 8));
            long ticksPerSecond = Integer.toUnsignedLong(header.getInt());
            long ticks = wide ? header.getLong() : Integer.toUnsignedLong(header.getInt());
            return (double) ticks / ticksPerSecond;
        } catch (BufferUnderflowException cut) {
            throw new IllegalArgumentException("the movie header is cut short", cut);
        }
    }

    /** The content of the first box of this type. */
    private static ByteBuffer box(ByteBuffer in, String type) {
        while (in.remaining() >= HEADER_BYTES) {
            int size = in.getInt();
            byte[] name = new byte[4];
            in.get(name);
            int content = size - HEADER_BYTES;
            if (content < 0 || content > in.remaining()) {
                break;
            }
            if (new String(name, StandardCharsets.US_ASCII).equals(type)) {
                return in.slice(in.position(), content);
            }
            in.position(in.position() + content);
        }
        throw new IllegalArgumentException("no box '%s': not an mp4 file with a movie header".formatted(type));
    }
}
