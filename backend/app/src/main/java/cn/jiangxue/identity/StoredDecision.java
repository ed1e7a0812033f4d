package cn.jiangxue.identity;

import cn.jiangxue.contract.IdentityApi.ConsentKind;
import java.time.Instant;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;

/** One decision on a consent, kept for good. The id is that of the event that told it. */
record StoredDecision(
        @BsonId UUID id,
        int schema,
        UUID personId,
        ConsentKind kind,
        int number,
        int version,
        boolean given,
        Instant at) {

    static final String COLLECTION = "consent_decisions";
    static final int SCHEMA = 1;
}
