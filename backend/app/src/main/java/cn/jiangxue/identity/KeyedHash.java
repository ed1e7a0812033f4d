package cn.jiangxue.identity;

import cn.jiangxue.platform.KeyFolder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Finds personal values without keeping them: HMAC-SHA-256 under a key from the key folder. The first version of the key stays in force for good, because a
 * claim must have one name only; a copied database alone tells nothing.
 */
@Component
final class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;

    KeyedHash(KeyFolder keys) {
        keys.secret("claim-hash", KEY_BYTES);
        this.key = new SecretKeySpec(keys.versions("claim-hash").getFirst(), ALGORITHM);
    }

    /** The keyed hash of a value in its namespace, as 43 characters of URL-safe Base64. */
    String of(String namespace, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(namespace.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
        }
    }
}
