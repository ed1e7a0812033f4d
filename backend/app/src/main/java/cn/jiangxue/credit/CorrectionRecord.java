package cn.jiangxue.credit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import cn.jiangxue.contract.CreditApi.CorrectionState;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.Waiting;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The corrections as they are kept. */
@Component
class CorrectionRecord {

    static final List<CollectionIndex> INDEXES = List.of(
            CollectionIndex.unique(CorrectionDocument.COLLECTION, Indexes.ascending("entryId", "openKey")),
            new CollectionIndex(CorrectionDocument.COLLECTION, Indexes.ascending("reach", "state", "queueKey")),
            new CollectionIndex(CorrectionDocument.COLLECTION, Indexes.ascending("learnerId", "queueKey")),
            new CollectionIndex(
                    CorrectionDocument.COLLECTION, Indexes.ascending("againAt"), new IndexOptions().sparse(true)));

    private final Documents<CorrectionDocument> corrections;
    private final Events events;
    private final Outbox outbox;
    private final Clock clock;

    CorrectionRecord(DocumentsFactory documents, Events events, Outbox outbox, Clock clock) {
        this.corrections = documents.of(CorrectionDocument.COLLECTION, CorrectionDocument.class);
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<CorrectionDocument> find(UUID id) {
        return corrections.find(id);
    }

    /** False when the id is taken or another correction of the entry is open. */
    Mono<Boolean> insert(CorrectionDocument created, Record... told) {
        return corrections.insert(telling(created, told)).doOnNext(inserted -> wake());
    }

    /** What was written, or empty when it had moved on. */
    Mono<CorrectionDocument> save(CorrectionDocument next, Record... told) {
        CorrectionDocument telling = telling(next, told);
        return corrections
                .replace(next.id(), next.revision() - 1, telling)
                .filter(Boolean::booleanValue)
                .doOnNext(replaced -> wake())
                .map(replaced -> telling);
    }

    private CorrectionDocument telling(CorrectionDocument changed, Record... told) {
        return changed.telling(events.append(changed.outbox(), told), clock.instant());
    }

    private void wake() {
        outbox.wake(CorrectionDocument.COLLECTION);
    }

    /** Within the reach of one organisation, oldest first, after the key given. */
    Mono<List<CorrectionDocument>> within(UUID organisation, CorrectionState state, @Nullable String after, int limit) {
        Bson which = and(eq("reach", organisation), eq("state", state.name()));
        Bson filter = Waiting.after(which, after);
        return corrections
                .list(filter, Sorts.ascending("reach", "state", "queueKey"), limit)
                .collectList();
    }

    /** Those that the ledger is asked about again by now, longest ago first. */
    Flux<CorrectionDocument> again(Instant now, int limit) {
        return corrections.list(lte("againAt", now), Sorts.ascending("againAt"), limit);
    }

    /** Of one learner, newest first, before the key given; of one entry, or of all. */
    Mono<List<CorrectionDocument>> ofLearner(UUID learnerId, @Nullable UUID entry, @Nullable String before, int limit) {
        Bson own = entry == null ? eq("learnerId", learnerId) : and(eq("learnerId", learnerId), eq("entryId", entry));
        Bson filter = before == null ? own : and(own, lt("queueKey", before));
        return corrections
                .list(filter, Sorts.descending("learnerId", "queueKey"), limit)
                .collectList();
    }
}
