package cn.jiangxue.content.audit;

import cn.jiangxue.content.contract.AuditFeed.Fact;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.EventMeta;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A fact that waits to be fetched; removed once it is kept elsewhere. {@code id}: of the event that told it, so that a fact told twice waits once. */
record WaitingFact(
        @BsonId UUID id,
        int schema,
        Instant at,
        String action,
        @Nullable UUID actorId,
        @Nullable UUID organisationId,
        String subject,
        Map<String, String> facts,
        @Nullable String traceId) {

    static final String COLLECTION = "audit_facts";
    static final int SCHEMA = 1;

    static WaitingFact of(AuditFact fact, EventMeta meta) {
        return new WaitingFact(
                meta.eventId(),
                SCHEMA,
                meta.at(),
                fact.action(),
                fact.actorId(),
                fact.organisationId(),
                fact.subject(),
                fact.facts(),
                fact.traceId());
    }

    Fact shown() {
        return new Fact(id, at, action, actorId, organisationId, subject, facts, traceId);
    }
}
