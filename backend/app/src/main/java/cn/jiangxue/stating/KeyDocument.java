package cn.jiangxue.stating;

import cn.jiangxue.contract.StatingApi.InstitutionKey;
import cn.jiangxue.platform.StoredEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A public key that signs for an institution, in force until it is revoked. {@code publicKey}: Base64 of its 32 bytes. */
record KeyDocument(
        @BsonId UUID id,
        int schema,
        long revision,
        UUID institutionId,
        String label,
        String publicKey,
        UUID registeredBy,
        Instant registeredAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        List<StoredEvent> outbox,
        @Nullable Instant outboxAt) {

    static final String COLLECTION = "institution_keys";
    static final int SCHEMA = 1;

    boolean inForce() {
        return revokedAt == null;
    }

    KeyDocument revoked(Instant at, List<StoredEvent> telling) {
        return new KeyDocument(
                id,
                schema,
                revision + 1,
                institutionId,
                label,
                publicKey,
                registeredBy,
                registeredAt,
                lastUsedAt,
                at,
                telling,
                at);
    }

    InstitutionKey view(String registeredByName) {
        return new InstitutionKey(
                id,
                id.toString(),
                institutionId,
                label,
                publicKey,
                registeredByName,
                registeredAt,
                lastUsedAt,
                revokedAt);
    }
}
