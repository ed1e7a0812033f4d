package cn.jiangxue.reexamination;

import cn.jiangxue.platform.StoredEvent;
import cn.jiangxue.reexamination.rules.Quarter;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A quarter whose seed was committed to. Share and seed never change.
 *
 * @param id of the quarter, such as {@code 2026-Q4}
 * @param commitment SHA-256 of the seed in hex
 * @param sealedSeed the seed under the key of {@code keyVersion}; its id is authenticated with it
 * @param committedAt grades decided before that instant are not drawn
 * @param revealedAt when the seed went on the audit record; null before
 */
record PeriodDocument(
        @BsonId String id,
        int schema,
        long revision,
        int shareBasisPoints,
        String commitment,
        Binary sealedSeed,
        int keyVersion,
        Instant committedAt,
        @Nullable Instant revealedAt,
        List<StoredEvent> outbox,
        @Nullable Instant outboxAt) {

    static final String COLLECTION = "reexamination_periods";
    static final int SCHEMA = 1;

    PeriodDocument revealed(List<StoredEvent> events, Instant now) {
        return new PeriodDocument(
                id,
                schema,
                revision + 1,
                shareBasisPoints,
                commitment,
                sealedSeed,
                keyVersion,
                committedAt,
                now,
                events,
                now);
    }

    Quarter quarter() {
        return Quarter.parse(id).orElseThrow(() -> new IllegalStateException("no quarter: " + id));
    }
}
