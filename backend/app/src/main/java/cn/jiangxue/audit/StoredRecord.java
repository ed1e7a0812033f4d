package cn.jiangxue.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One entry, never changed. {@code seq} counts from 1 without gaps; {@code eventId} is unique, so that a fact told twice stands once.
 *
 * @param salt 16 bytes in hexadecimal, so that the leaf hash says nothing to those who do not hold the record
 * @param within the organisation and all above it: whose administrators may read the entry
 */
record StoredRecord(
        @BsonId long seq,
        int schema,
        UUID eventId,
        Instant at,
        String action,
        @Nullable UUID actorId,
        @Nullable UUID organisationId,
        List<UUID> within,
        String subject,
        Map<String, String> facts,
        @Nullable String traceId,
        String salt) {

    static final String COLLECTION = "audit_records";

    /** 2: with a salt. */
    static final int SCHEMA = 2;

    StoredRecord at(long place) {
        return new StoredRecord(
                place, schema, eventId, at, action, actorId, organisationId, within, subject, facts, traceId, salt);
    }
}
