package cn.jiangxue.transfer;

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
 * What institutions sign: SHA-256 over one fixed form of a version. The form is the name of the form, the id, the version, and the content as JSON with sorted
 * keys and numbers without needless zeros, one a line. It is never changed; another form gets another name.
 */
final class ContentHash {

    private static final JsonMapper FIXED = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .addModule(new SimpleModule().addSerializer(BigDecimal.class, new PlainNumber()))
            .build();

    private ContentHash() {}

    static String ofRule(String id, int version, Record content) {
        return of("jiangxue-transfer-rule/1", id, version, content);
    }

    static String ofProgramme(String id, int version, Record content) {
        return of("jiangxue-programme/1", id, version, content);
    }

    private static String of(String form, String id, int version, Record content) {
        String text = String.join("\n", form, id, Integer.toString(version), FIXED.writeValueAsString(content));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
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
