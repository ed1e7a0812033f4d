package cn.jiangxue.transfer;

import java.time.Instant;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;

/** One line of the public record; {@code id} is that of the event, so that it stands there once. Never changed or removed. */
record ChangeDocument(@BsonId UUID id, int schema, Instant at, String entryId, RuleBookChanged change) {

    static final String COLLECTION = "rule_changes";
    static final int SCHEMA = 1;
}
