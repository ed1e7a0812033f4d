package cn.jiangxue.identity;

import cn.jiangxue.identity.rules.Refreshing.Presented;
import cn.jiangxue.platform.KeyFolder;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes and recognises refresh tokens. A token is derived from the sign-in and its generation under a key from the key folder: the database holds hashes only, and an
 * answer that got lost can be told again word for word.
 */
@Component
final class RefreshTokens {

    private static final String KEY = "refresh-tokens";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;
    private static final int TOKEN_BYTES = 16 + 4 + SECRET_BYTES;

    private final List<byte[]> keys;

    RefreshTokens(KeyFolder folder) {
        folder.secret(KEY, SECRET_BYTES);
        this.keys = folder.versions(KEY);
    }

    /** A token as it was presented, taken apart; nothing about it is verified yet. */
    record Parts(UUID sessionId, int generation, Binary secret) {}

    int newestKey() {
        return keys.size();
    }

    String token(UUID sessionId, int generation, int keyVersion) {
        byte[] token = ByteBuffer.allocate(TOKEN_BYTES)
                .putLong(sessionId.getMostSignificantBits())
                .putLong(sessionId.getLeastSignificantBits())
                .putInt(generation)
                .put(secret(sessionId, generation, keyVersion))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    Binary hashOf(UUID sessionId, int generation, int keyVersion) {
        return hash(secret(sessionId, generation, keyVersion));
    }

    static Optional<Parts> parse(String token) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            if (bytes.remaining() != TOKEN_BYTES) {
                return Optional.empty();
            }
            UUID sessionId = new UUID(bytes.getLong(), bytes.getLong());
            int generation = bytes.getInt();
            byte[] secret = new byte[SECRET_BYTES];
            bytes.get(secret);
            return Optional.of(new Parts(sessionId, generation, new Binary(secret)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Which token of the sign-in this is. One that was never given is FORGED, so that nobody can end a sign-in by guessing. */
    Presented recognise(StoredSession session, Parts presented) {
        Binary hash = hash(presented.secret().getData());
        if (presented.generation() == session.generation() && same(hash, session.tokenHash())) {
            return Presented.CURRENT;
        }
        if (presented.generation() == session.generation() - 1 && same(hash, session.previousHash())) {
            return Presented.PREVIOUS;
        }
        boolean ours = presented.generation() > 0
                && presented.generation() < session.generation()
                && IntStream.rangeClosed(1, keys.size())
                        .anyMatch(
                                version -> same(hash, hashOf(presented.sessionId(), presented.generation(), version)));
        return ours ? Presented.OLDER : Presented.FORGED;
    }

    private byte[] secret(UUID sessionId, int generation, int keyVersion) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(keys.get(keyVersion - 1), ALGORITHM));
            mac.update(ByteBuffer.allocate(20)
                    .putLong(sessionId.getMostSignificantBits())
                    .putLong(sessionId.getLeastSignificantBits())
                    .putInt(generation)
                    .flip());
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
        }
    }

    private static Binary hash(byte[] secret) {
        try {
            return new Binary(MessageDigest.getInstance("SHA-256").digest(secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private static boolean same(Binary one, @Nullable Binary other) {
        return other != null && MessageDigest.isEqual(one.getData(), other.getData());
    }
}
