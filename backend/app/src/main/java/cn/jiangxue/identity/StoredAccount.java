package cn.jiangxue.identity;

import cn.jiangxue.platform.StoredEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * How a person signs in. A person's first account has the person's id; an account can later be handed to the person it is merged into.
 *
 * @param epoch counts up when every sign-in ends; a sign-in of an earlier epoch is over
 * @param temporaryUntil after this the temporary password no longer signs in; null for a password of one's own
 * @param knownAddresses keyed hashes of the last addresses that signed in, newest first
 */
record StoredAccount(
        @BsonId UUID id,
        int schema,
        long revision,
        UUID personId,
        String passwordHash,
        boolean mustChangePassword,
        @Nullable Instant temporaryUntil,
        int epoch,
        List<String> knownAddresses,
        Instant changedAt,
        List<StoredEvent> outbox,
        @Nullable Instant outboxAt) {

    static final String COLLECTION = "accounts";
    static final int SCHEMA = 1;

    /** How many addresses are remembered. */
    static final int MAX_ADDRESSES = 5;

    StoredAccount withPassword(
            String hash,
            boolean mustChange,
            @Nullable Instant until,
            int nextEpoch,
            List<StoredEvent> telling,
            Instant now) {
        return new StoredAccount(
                id,
                schema,
                revision + 1,
                personId,
                hash,
                mustChange,
                until,
                nextEpoch,
                knownAddresses,
                now,
                telling,
                now);
    }

    StoredAccount withEpoch(int nextEpoch, List<StoredEvent> telling, Instant now) {
        return new StoredAccount(
                id,
                schema,
                revision + 1,
                personId,
                passwordHash,
                mustChangePassword,
                temporaryUntil,
                nextEpoch,
                knownAddresses,
                now,
                telling,
                now);
    }

    StoredAccount withAddress(String addressHash) {
        List<String> addresses = Stream.concat(
                        Stream.of(addressHash), knownAddresses.stream().filter(one -> !one.equals(addressHash)))
                .limit(MAX_ADDRESSES)
                .toList();
        return new StoredAccount(
                id,
                schema,
                revision + 1,
                personId,
                passwordHash,
                mustChangePassword,
                temporaryUntil,
                epoch,
                addresses,
                changedAt,
                outbox,
                outboxAt);
    }
}
