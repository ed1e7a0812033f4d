package cn.jiangxue.recognition;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import cn.jiangxue.contract.DeclaredOutcomeApi;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.recognition.DeclaredDocument.EvidenceFound;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Declared outcomes as they are kept. Says nothing about who may see which. */
@Component
class DeclaredRecord {

    static final List<CollectionIndex> INDEXES = List.of(
            CollectionIndex.unique(DeclaredDocument.COLLECTION, Indexes.ascending("learnerId", "sameAs")),
            new CollectionIndex(DeclaredDocument.COLLECTION, Indexes.descending("learnerId", "declaredAt", "_id")));

    private static final Bson NEWEST = Sorts.descending("learnerId", "declaredAt", "_id");

    private final Documents<DeclaredDocument> declared;
    private final Events events;
    private final Outbox outbox;
    private final Clock clock;

    DeclaredRecord(DocumentsFactory documents, Events events, Outbox outbox, Clock clock) {
        this.declared = documents.of(DeclaredDocument.COLLECTION, DeclaredDocument.class);
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<DeclaredDocument> find(UUID id) {
        return declared.find(id);
    }

    /** Newest first: all that stands, also what was declared at the same time and is one too many; and of what was taken back as much as may stand. */
    Flux<DeclaredDocument> ofLearner(UUID learnerId) {
        return Flux.concat(
                        newest(
                                and(eq("learnerId", learnerId), eq("takenBack", false)),
                                DeclaredOutcomeApi.DECLARED_A_DAY),
                        newest(
                                and(eq("learnerId", learnerId), eq("takenBack", true)),
                                DeclaredOutcomeApi.DECLARED_MOST))
                .sort(Comparator.comparing(DeclaredDocument::declaredAt)
                        .thenComparing(DeclaredDocument::id)
                        .reversed());
    }

    /** Those since then, newest first, as far as they are listed; taken back or not. */
    Flux<DeclaredDocument> since(UUID learnerId, Instant then) {
        return newest(and(eq("learnerId", learnerId), gt("declaredAt", then)), DeclaredOutcomeApi.DECLARED_A_DAY);
    }

    private Flux<DeclaredDocument> newest(Bson filter, int most) {
        return declared.list(filter, NEWEST, most);
    }

    /** Those of these that are the learner's. */
    Flux<DeclaredDocument> among(UUID learnerId, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Flux.empty()
                : declared.list(and(in("_id", ids), eq("learnerId", learnerId)), null, ids.size());
    }

    /** False when the id is taken or the learner has declared the same. */
    Mono<Boolean> insert(DeclaredDocument made, Record... told) {
        return declared.insert(made.telling(events.append(List.of(), told), clock.instant()))
                .doOnNext(inserted -> wake());
    }

    /** What was written with the finding; empty when it had changed. */
    Mono<DeclaredDocument> examined(DeclaredDocument before, EvidenceFound finding, Record... told) {
        return replace(before.examined(finding, events.append(before.outbox(), told), clock.instant()));
    }

    /** As above, once it was taken back. */
    Mono<DeclaredDocument> takenBack(DeclaredDocument before, Record... told) {
        return replace(before.takenBack(events.append(before.outbox(), told), clock.instant()));
    }

    private Mono<DeclaredDocument> replace(DeclaredDocument next) {
        return declared.replace(next.id(), next.revision() - 1, next)
                .filter(Boolean::booleanValue)
                .doOnNext(replaced -> wake())
                .map(replaced -> next);
    }

    private void wake() {
        outbox.wake(DeclaredDocument.COLLECTION);
    }
}
