package cn.jiangxue.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Content in one form that never changes, so that a hash of it can be signed and compared: JSON with sorted keys and numbers without needless zeros. Another form gets
 * another name, which is the first of the lines that are hashed.
 */
public final class FixedForm {

    private static final JsonMapper WITH_NULLS = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .addModule(new SimpleModule().addSerializer(BigDecimal.class, new PlainNumber()))
            .build();

    private static final JsonMapper WITHOUT_NULLS = WITH_NULLS
            .rebuild()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private FixedForm() {}

    /** What is null is written as null. */
    public static String json(Record content) {
        return WITH_NULLS.writeValueAsString(content);
    }

    /** What is null is left out. */
    public static String jsonWithoutNulls(Record content) {
        return WITHOUT_NULLS.writeValueAsString(content);
    }

    /** SHA-256 over these lines, in hex. */
    public static String hash(String... lines) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }

    private static final class PlainNumber extends StdSerializer<BigDecimal> {

        PlainNumber() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator json, SerializationContext context) {
            json.writeNumber(new BigDecimal(value.stripTrailingZeros().toPlainString()));
        }
    }
}
