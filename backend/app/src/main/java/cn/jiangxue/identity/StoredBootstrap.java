package cn.jiangxue.identity;

import java.time.Instant;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** Who the first administrator is, decided once. {@code doneAt} null: begun and to be completed by the same request. */
record StoredBootstrap(
        @BsonId String id,
        int schema,
        UUID personId,
        UUID organisationId,
        @Nullable Instant doneAt) {

    static final String COLLECTION = "bootstrap";
    static final String ID = "first-administrator";
    static final int SCHEMA = 1;
}
