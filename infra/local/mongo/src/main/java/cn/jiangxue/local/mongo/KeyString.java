package cn.jiangxue.local.mongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Bytes whose unsigned order is the order of BSON values, so that index entries, bounds and sort keys are compared
 * without being decoded. Every value encodes itself prefix-free (no encoding is the beginning of another), hence
 * concatenated values compare field by field; a descending field is the same bytes inverted.
 *
 * <p>Strings compare by UTF-16 unit, as the query matcher of this store does (MongoDB: by UTF-8 byte; they differ only
 * beyond the basic plane).
 */
final class KeyString {

    /** First byte of each type, in BSON order; the gaps are deliberate and the order is what matters. */
    static final int MIN_KEY = 0x05;

    static final int EMPTY_ARRAY = 0x08;
    static final int NULL = 0x0A;
    static final int NUMBER = 0x10;
    static final int STRING = 0x20;
    static final int DOCUMENT = 0x30;
    static final int ARRAY = 0x38;
    static final int BINARY = 0x40;
    static final int LEGACY_UUID = 0x42;
    static final int UUID_TYPE = 0x44;
    static final int OBJECT_ID = 0x50;
    static final int BOOLEAN = 0x60;
    static final int DATE = 0x70;
    static final int TIMESTAMP = 0x78;
    static final int REGEX = 0x80;
    static final int MAX_KEY = 0xF0;

    /** Stands for an array without elements where an element was expected. */
    static final Object UNDEFINED = new Object();

    private byte[] bytes = new byte[48];
    private int length;

    /** The encoding of one value, ascending. */
    static byte[] of(@Nullable Object value) {
        return new KeyString().add(value, true).toBytes();
    }

    /** Appends a value; a descending one is inverted so that its order is reversed. */
    KeyString add(@Nullable Object value, boolean ascending) {
        int start = length;
        encode(value);
        if (!ascending) {
            invert(bytes, start, length);
        }
        return this;
    }

    KeyString addRaw(byte[] raw) {
        for (byte b : raw) {
            put(b);
        }
        return this;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    static byte[] inverted(byte[] encoded) {
        byte[] copy = encoded.clone();
        invert(copy, 0, copy.length);
        return copy;
    }

    private static void invert(byte[] target, int from, int to) {
        for (int i = from; i < to; i++) {
            target[i] = (byte) ~target[i];
        }
    }

    /** The first byte of the type of {@code value}, or -1 when values of its type are not ordered by this store. */
    static int typeOf(@Nullable Object value) {
        return switch (value) {
            case null -> NULL;
            case Missing m -> NULL;
            case Decimal128 d -> -1;
            case Number n -> NUMBER;
            case String s -> STRING;
            case Document d -> DOCUMENT;
            case Collection<?> c -> ARRAY;
            case BinData b -> BINARY;
            case LegacyUUID u -> LEGACY_UUID;
            case UUID u -> UUID_TYPE;
            case ObjectId o -> OBJECT_ID;
            case Boolean b -> BOOLEAN;
            case Instant i -> DATE;
            case BsonTimestamp t -> TIMESTAMP;
            case BsonRegularExpression r -> REGEX;
            case MinKey m -> MIN_KEY;
            case MaxKey m -> MAX_KEY;
            default -> value == UNDEFINED ? EMPTY_ARRAY : -1;
        };
    }

    private void encode(@Nullable Object value) {
        int type = typeOf(value);
        if (type < 0) {
            throw Refused.value("a value of type "
                    + (value == null ? "null" : value.getClass().getSimpleName())
                    + " cannot be a key or a sort key in the embedded store");
        }
        put(type);
        switch (value) {
            case Number n -> encodeNumber(n);
            case String s -> encodeString(s);
            case Document d -> encodeDocument(d);
            case Collection<?> c -> encodeArray(c);
            case BinData b -> encodeBinary(b.getData());
            case LegacyUUID u -> encodeUuid(u.getUuid());
            case UUID u -> encodeUuid(u);
            case ObjectId o -> addRaw(o.toByteArray());
            case Boolean b -> put(b ? 1 : 0);
            case Instant i -> putLong(i.toEpochMilli() ^ Long.MIN_VALUE);
            case BsonTimestamp t -> putLong(t.getValue());
            case BsonRegularExpression r -> {
                encodeString(r.getPattern());
                encodeString(String.valueOf(r.getOptions()));
            }
            case null, default -> {
                // the type alone is the value
            }
        }
    }

    /**
     * The nearest double in sortable form, then how far a whole number lies from it (at most 1024 for 64 bits), so that
     * 1, 1L and 1.0 are one key and neighbouring large longs are not.
     */
    private void encodeNumber(Number number) {
        double nearest = number.doubleValue() + 0.0;
        long bits = Double.doubleToLongBits(nearest);
        putLong(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
        long offset = 0;
        if (number instanceof Long whole && nearest != 0) {
            offset = nearest == 0x1p63 ? whole - Long.MAX_VALUE - 1 : whole - (long) nearest;
        }
        int biased = (int) offset + 0x4000;
        put(biased >>> 8);
        put(biased);
    }

    /** Ended by 0; the characters 0 and 1 are escaped by 1, so that the end is never mistaken. */
    private void encodeString(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= 1) {
                put(1);
                put(c + 1);
            } else if (c < 0x80) {
                put(c);
            } else if (c < 0x800) {
                put(0xC0 | c >>> 6);
                put(0x80 | c & 0x3F);
            } else {
                put(0xE0 | c >>> 12);
                put(0x80 | c >>> 6 & 0x3F);
                put(0x80 | c & 0x3F);
            }
        }
        put(0);
    }

    private void encodeDocument(Document document) {
        for (Map.Entry<String, Object> field : document.entrySet()) {
            put(Math.max(1, typeOf(field.getValue())));
            encodeString(field.getKey());
            encode(field.getValue());
        }
        put(0);
    }

    private void encodeArray(Collection<?> values) {
        for (Object element : values) {
            encode(element);
        }
        put(0);
    }

    private void encodeBinary(byte[] data) {
        putInt(data.length);
        addRaw(data);
    }

    private void encodeUuid(UUID uuid) {
        putLong(uuid.getMostSignificantBits());
        putLong(uuid.getLeastSignificantBits());
    }

    private void putLong(long value) {
        putInt((int) (value >>> 32));
        putInt((int) value);
    }

    private void putInt(int value) {
        put(value >>> 24);
        put(value >>> 16);
        put(value >>> 8);
        put(value);
    }

    private void put(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = (byte) value;
    }
}
