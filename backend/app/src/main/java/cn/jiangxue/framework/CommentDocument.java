package cn.jiangxue.framework;

import cn.jiangxue.platform.StoredEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What one person says about a version in consultation; one of each person, so their number is bounded.
 *
 * @param id version and person
 * @param versionId key of the version
 * @param queueKey instant of the last change and person in one word, the order of the list
 */
record CommentDocument(
        @BsonId String id,
        int schema,
        long revision,
        String versionId,
        UUID personId,
        String text,
        Instant at,
        String queueKey,
        List<StoredEvent> outbox,
        @Nullable Instant outboxAt) {

    static final String COLLECTION = "standard_comments";
    static final int SCHEMA = 1;

    static String key(String versionId, UUID personId) {
        return versionId + "/" + personId;
    }

    static CommentDocument written(String versionId, UUID personId, long revision, String text, Instant now) {
        return new CommentDocument(
                key(versionId, personId),
                SCHEMA,
                revision,
                versionId,
                personId,
                text,
                now,
                now + "/" + personId,
                List.of(),
                null);
    }

    CommentDocument telling(List<StoredEvent> events, Instant now) {
        return new CommentDocument(
                id, schema, revision, versionId, personId, text, at, queueKey, events, events.isEmpty() ? null : now);
    }
}
