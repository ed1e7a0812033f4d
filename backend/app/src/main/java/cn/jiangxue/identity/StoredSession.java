package cn.jiangxue.identity;

import cn.jiangxue.identity.rules.Refreshing;
import cn.jiangxue.platform.StoredEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in: a family of refresh tokens of which one is current.
 *
 * @param epoch of the account when it began
 * @param generation number of the current token, from 1
 * @param keyVersion of the key the current token was derived with
 * @param tokenHash of the current token
 * @param previousHash of the token before, null in the first generation
 * @param expiresAt when it may be swept away
 */
record StoredSession(
        @BsonId UUID id,
        int schema,
        long revision,
        UUID accountId,
        UUID personId,
        int epoch,
        String device,
        Instant startedAt,
        Instant rotatedAt,
        int generation,
        int keyVersion,
        Binary tokenHash,
        @Nullable Binary previousHash,
        @Nullable Instant endedAt,
        Instant expiresAt,
        List<StoredEvent> outbox,
        @Nullable Instant outboxAt) {

    static final String COLLECTION = "sessions";
    static final int SCHEMA = 1;

    StoredSession rotated(int nextKeyVersion, Binary nextHash, Instant now) {
        Instant until = Refreshing.endsAt(new Refreshing.SignedIn(startedAt, now, null, false));
        return new StoredSession(
                id,
                schema,
                revision + 1,
                accountId,
                personId,
                epoch,
                device,
                startedAt,
                now,
                generation + 1,
                nextKeyVersion,
                nextHash,
                tokenHash,
                null,
                until,
                outbox,
                outboxAt);
    }

    StoredSession ended(Instant now, List<StoredEvent> telling) {
        return new StoredSession(
                id,
                schema,
                revision + 1,
                accountId,
                personId,
                epoch,
                device,
                startedAt,
                rotatedAt,
                generation,
                keyVersion,
                tokenHash,
                previousHash,
                now,
                expiresAt,
                telling,
                telling.isEmpty() ? null : now);
    }
}
