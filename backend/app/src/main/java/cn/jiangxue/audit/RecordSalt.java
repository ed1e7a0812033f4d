package cn.jiangxue.audit;

import cn.jiangxue.platform.KeyFolder;
import cn.jiangxue.platform.SchemaUpgrade;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/**
 * The salts of audit records: random for new ones. A record of the time before salts is not rewritten; its salt follows from its event under a key that never leaves
 * the key folder, so it is the same at every reading and nobody without the key can work it out.
 */
final class RecordSalt {

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RecordSalt() {}

    static String random() {
        byte[] salt = new byte[BYTES];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    static SchemaUpgrade upgrade(KeyFolder keys) {
        byte[] key = keys.secret("audit-salts", 32);
        return new SchemaUpgrade(1, stored -> {
            BsonDocument salted = stored.clone();
            UUID event = stored.getBinary("eventId").asUuid();
            return salted.append("salt", new BsonString(of(event, key))).append("schema", new BsonInt32(2));
        });
    }

    private static String of(UUID event, byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            ByteBuffer id = ByteBuffer.allocate(16)
                    .putLong(event.getMostSignificantBits())
                    .putLong(event.getLeastSignificantBits());
            return HexFormat.of().formatHex(Arrays.copyOf(mac.doFinal(id.array()), BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
