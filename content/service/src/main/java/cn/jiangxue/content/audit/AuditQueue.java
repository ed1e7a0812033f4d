package cn.jiangxue.content.audit;

import static com.mongodb.client.model.Filters.in;

import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.EventMeta;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Facts on their way to the audit record. They come here by the outbox and stay until whoever keeps the record has said that it has them. */
final class AuditQueue {

    /** Facts told in one answer. */
    static final int MOST_AT_ONCE = 100;

    private final Documents<WaitingFact> facts;

    AuditQueue(Documents<WaitingFact> facts) {
        this.facts = facts;
    }

    /** The same event again changes nothing, unless its fact was kept meanwhile: then it is told again, and known there by its id. */
    Mono<Void> add(AuditFact fact, EventMeta meta) {
        return facts.insert(WaitingFact.of(fact, meta)).then();
    }

    /** The oldest, by the time in their ids. */
    Flux<WaitingFact> waiting() {
        return facts.list(new org.bson.BsonDocument(), Sorts.ascending("_id"), MOST_AT_ONCE);
    }

    Mono<Void> kept(List<UUID> ids) {
        return Mono.from(facts.raw().deleteMany(in("_id", ids))).then();
    }
}
