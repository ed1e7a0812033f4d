package cn.jiangxue.local.mongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Documents to and from BSON bytes. What is read is always a copy of its own, so no reader sees another's change. */
final class Bson {

    private Bson() {}

    static byte[] encode(Document document) {
        ByteBuf buffer = Unpooled.buffer(512);
        BsonEncoder.encodeDocument(document, buffer);
        return Arrays.copyOf(buffer.array(), buffer.writerIndex());
    }

    static Document decode(byte[] bytes) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }

    /** Only the fields of these names; the others are stepped over, so that a large row costs no more than what is asked of it. */
    static Document decode(byte[] bytes, Set<String> names) {
        ByteBuf buffer = Unpooled.wrappedBuffer(bytes).skipBytes(Integer.BYTES);
        Document some = new Document();
        for (byte type = buffer.readByte(); type != 0; type = buffer.readByte()) {
            String name = name(bytes, buffer);
            if (names.contains(name)) {
                some.put(name, BsonDecoder.decodeValue(type, buffer));
            } else {
                skip(type, buffer);
            }
        }
        return some;
    }

    /**
     * The row with some of its fields changed: those that have a value here take it where they stand, or at the end; those whose value is {@link Missing} go. All
     * other bytes are copied as they are.
     */
    static byte[] changed(byte[] bytes, Map<String, ?> changes) {
        ByteBuf buffer = Unpooled.wrappedBuffer(bytes).skipBytes(Integer.BYTES);
        ByteBuf out = Unpooled.buffer(bytes.length + 128).writeIntLE(0);
        Map<String, Object> left = new LinkedHashMap<>(changes);
        int from = buffer.readerIndex();
        for (byte type = buffer.readByte(); type != 0; type = buffer.readByte()) {
            String name = name(bytes, buffer);
            skip(type, buffer);
            if (left.containsKey(name)) {
                append(out, name, left.remove(name));
            } else {
                out.writeBytes(bytes, from, buffer.readerIndex() - from);
            }
            from = buffer.readerIndex();
        }
        left.forEach((name, value) -> append(out, name, value));
        out.writeByte(0).setIntLE(0, out.writerIndex());
        return Arrays.copyOf(out.array(), out.writerIndex());
    }

    private static void append(ByteBuf out, String name, @Nullable Object value) {
        if (!(value instanceof Missing)) {
            byte[] alone = encode(new Document(name, value));
            out.writeBytes(alone, Integer.BYTES, alone.length - Integer.BYTES - 1);
        }
    }

    private static String name(byte[] bytes, ByteBuf buffer) {
        int from = buffer.readerIndex();
        int length = buffer.bytesBefore((byte) 0);
        buffer.skipBytes(length + 1);
        return new String(bytes, from, length, StandardCharsets.UTF_8);
    }

    /** Steps over a value; how long one is, see bsonspec.org. */
    private static void skip(byte type, ByteBuf buffer) {
        switch (type) {
            case 0x01, 0x09, 0x11, 0x12 -> buffer.skipBytes(Long.BYTES);
            case 0x02, 0x0D -> buffer.skipBytes(buffer.readIntLE());
            case 0x03, 0x04 -> buffer.skipBytes(buffer.readIntLE() - Integer.BYTES);
            case 0x05 -> buffer.skipBytes(buffer.readIntLE() + 1);
            case 0x07 -> buffer.skipBytes(12);
            case 0x08 -> buffer.skipBytes(1);
            case 0x10 -> buffer.skipBytes(Integer.BYTES);
            case 0x13 -> buffer.skipBytes(2 * Long.BYTES);
            case 0x06, 0x0A, -1, 0x7F -> {
                // the type alone is the value
            }
            default -> BsonDecoder.decodeValue(type, buffer);
        }
    }
}
