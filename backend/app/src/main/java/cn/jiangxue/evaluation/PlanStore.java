package cn.jiangxue.evaluation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import cn.jiangxue.contract.EvaluationApi.PlanState;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Waiting;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The plans as they are kept. */
@Component
class PlanStore {

    static final List<CollectionIndex> INDEXES = List.of(
            new CollectionIndex(PlanDocument.COLLECTION, Indexes.ascending("employerId", "queueKey")),
            new CollectionIndex(PlanDocument.COLLECTION, Indexes.ascending("employerId", "occupationCode", "state")),
            new CollectionIndex(PlanDocument.COLLECTION, Indexes.ascending("institutionId", "pending", "queueKey")),
            new CollectionIndex(PlanDocument.COLLECTION, Indexes.ascending("institutionId", "state", "queueKey")),
            new CollectionIndex(PlanDocument.COLLECTION, Indexes.ascending("supervisors")));

    private final Documents<PlanDocument> plans;
    private final Events events;
    private final Outbox outbox;
    private final Clock clock;

    PlanStore(DocumentsFactory documents, Events events, Outbox outbox, Clock clock) {
        this.plans = documents.of(PlanDocument.COLLECTION, PlanDocument.class);
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<PlanDocument> find(UUID id) {
        return plans.find(id);
    }

    /** One of an enterprise that the caller administers, else NOT_FOUND. */
    Mono<PlanDocument> administered(Caller caller, UUID id) {
        return plans.find(id)
                .filter(stored -> caller.has(Role.ADMINISTRATOR, stored.employerId()))
                .switchIfEmpty(notFound());
    }

    /** One that was filed with an institution where the caller is a recognition officer, else NOT_FOUND. */
    Mono<PlanDocument> reviewed(Caller caller, UUID id) {
        return plans.find(id)
                .filter(stored -> caller.has(Role.RECOGNITION_OFFICER, stored.institutionId()))
                .switchIfEmpty(notFound());
    }

    static <T> Mono<T> notFound() {
        return Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }

    /** False when the id is taken. */
    Mono<Boolean> insert(PlanDocument created, Record... told) {
        return plans.insert(telling(created, told)).doOnNext(inserted -> wake());
    }

    /** What was written, or empty when the plan had moved on. */
    Mono<PlanDocument> save(PlanDocument next, Record... told) {
        PlanDocument telling = telling(next, told);
        return plans.replace(next.id(), next.revision() - 1, telling)
                .filter(Boolean::booleanValue)
                .doOnNext(replaced -> wake())
                .map(replaced -> telling);
    }

    private PlanDocument telling(PlanDocument changed, Record... told) {
        return changed.telling(events.append(changed.outbox(), told), clock.instant());
    }

    private void wake() {
        outbox.wake(PlanDocument.COLLECTION);
    }

    /** Newest first, before the key given. */
    Mono<List<PlanDocument>> ofEmployer(UUID employerId, @Nullable String before, int limit) {
        Bson own = eq("employerId", employerId);
        Bson filter = before == null ? own : and(own, lt("queueKey", before));
        return plans.list(filter, Sorts.descending("employerId", "queueKey"), limit)
                .collectList();
    }

    /** Of one institution, oldest first, after the key given; those that wait, or those in one state. */
    Mono<List<PlanDocument>> ofInstitution(
            UUID institutionId, @Nullable PlanState state, @Nullable String after, int limit) {
        String field = state == null ? "pending" : "state";
        Bson which = and(eq("institutionId", institutionId), eq(field, state == null ? true : state.name()));
        Bson filter = Waiting.after(which, after);
        return plans.list(filter, Sorts.ascending("institutionId", field, "queueKey"), limit)
                .collectList();
    }

    /** Approved plans of one enterprise for one occupation, in no order. */
    Mono<List<PlanDocument>> approvedOf(UUID employerId, String occupationCode, int limit) {
        Bson filter = and(
                eq("employerId", employerId),
                eq("occupationCode", occupationCode),
                eq("state", PlanState.APPROVED.name()));
        return plans.list(filter, null, limit).collectList();
    }

    /** Ids of the plans that name the person as a supervisor, in no order. */
    Mono<List<UUID>> supervisedBy(UUID personId, int limit) {
        return plans.list(eq("supervisors", personId), null, limit)
                .map(PlanDocument::id)
                .collectList();
    }
}
