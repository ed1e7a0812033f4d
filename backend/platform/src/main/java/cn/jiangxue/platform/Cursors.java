package cn.jiangxue.platform;

import cn.jiangxue.contract.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The one opaque form of a list cursor: the sort key of the last item shown. Values are text, long, {@link Instant} or {@link UUID}. */
public final class Cursors {

    private static final String SEPARATOR = "\u001f";
    private static final int MAX_LENGTH = 1_000;

    private Cursors() {}

    public static String encode(Object... values) {
        String joined = Arrays.stream(values).map(Cursors::text).collect(Collectors.joining(SEPARATOR));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads back what {@link #encode} wrote; a cursor of another shape is refused as BAD_REQUEST. */
    public static List<Object> decode(String cursor, Class<?>... types) {
        try {
            if (cursor.length() > MAX_LENGTH) {
                throw new IllegalArgumentException("too long");
            }
            String joined = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] parts = joined.split(SEPARATOR, -1);
            if (parts.length != types.length) {
                throw new IllegalArgumentException("another list's cursor");
            }
            Object[] values = new Object[parts.length];
            for (int i = 0; i < parts.length; i++) {
                values[i] = read(parts[i], types[i]);
            }
            return List.of(values);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "cursor");
        }
    }

    private static String text(Object value) {
        return value instanceof Instant instant ? String.valueOf(instant.toEpochMilli()) : value.toString();
    }

    private static Object read(String text, Class<?> type) {
        if (type == Long.class || type == long.class) {
            return Long.parseLong(text);
        }
        if (type == Instant.class) {
            return Instant.ofEpochMilli(Long.parseLong(text));
        }
        return type == UUID.class ? UUID.fromString(text) : text;
    }
}
