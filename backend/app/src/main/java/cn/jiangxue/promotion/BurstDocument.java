package cn.jiangxue.promotion;

import cn.jiangxue.promotion.rules.Pace;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * Acts of one person at one institution on one civil day that followed each other too fast; what goes on over midnight is noticed on both days.
 *
 * @param id made of institution, person and day
 * @param acts how many lie in a burst between the first and the last
 * @param queueKey day and id in one word, the order of the list
 */
record BurstDocument(
        @BsonId UUID id,
        int schema,
        long revision,
        UUID institutionId,
        UUID personId,
        Instant firstAt,
        Instant lastAt,
        int acts,
        String queueKey) {

    static final String COLLECTION = "promotion_bursts";
    static final int SCHEMA = 1;

    static UUID id(UUID institutionId, UUID personId, LocalDate day) {
        return UUID.nameUUIDFromBytes((institutionId + "/" + personId + "/" + day).getBytes(StandardCharsets.UTF_8));
    }

    static BurstDocument of(ActTaken act, LocalDate day, Pace.Burst burst) {
        UUID id = id(act.institutionId(), act.personId(), day);
        return new BurstDocument(
                id,
                SCHEMA,
                1,
                act.institutionId(),
                act.personId(),
                burst.first(),
                burst.last(),
                burst.acts(),
                day + "/" + id);
    }

    /** Stretched so that it covers both. */
    BurstDocument covering(Instant first, Instant last, int counted) {
        return new BurstDocument(id, schema, revision + 1, institutionId, personId, first, last, counted, queueKey);
    }
}
