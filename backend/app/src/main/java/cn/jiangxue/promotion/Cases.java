package cn.jiangxue.promotion;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.PromotionApi.CaseState;
import cn.jiangxue.contract.PromotionApi.PromotionPath;
import cn.jiangxue.contract.Role;
import cn.jiangxue.evaluation.EvaluationPlans;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Waiting;
import cn.jiangxue.promotion.CaseDocument.Under;
import cn.jiangxue.vocabulary.Escalated;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The applications as they are kept, and who may see which. */
@Component
class Cases {

    static final List<CollectionIndex> INDEXES = List.of(
            CollectionIndex.unique(CaseDocument.COLLECTION, Indexes.ascending("learnerId", "openKey")),
            new CollectionIndex(CaseDocument.COLLECTION, Indexes.ascending("learnerId", "queueKey")),
            new CollectionIndex(CaseDocument.COLLECTION, Indexes.ascending("institutionId", "open", "queueKey")),
            new CollectionIndex(CaseDocument.COLLECTION, Indexes.ascending("institutionId", "state", "queueKey")),
            new CollectionIndex(
                    CaseDocument.COLLECTION, Indexes.ascending("asked.under.employerId", "state", "queueKey")),
            new CollectionIndex(
                    CaseDocument.COLLECTION, Indexes.ascending("asked.under.planId", "awaitsSupervisor", "queueKey")),
            new CollectionIndex(CaseDocument.COLLECTION, Indexes.ascending("state", "actBy")),
            new CollectionIndex(CaseDocument.COLLECTION, Indexes.ascending("escalated.to", "queueKey")));

    private static final int OPEN_MOST = 100;

    private final Documents<CaseDocument> cases;
    private final Events events;
    private final Outbox outbox;
    private final Clock clock;
    private final EvaluationPlans plans;

    Cases(DocumentsFactory documents, Events events, Outbox outbox, Clock clock, EvaluationPlans plans) {
        this.plans = plans;
        this.cases = documents.of(
                CaseDocument.COLLECTION,
                CaseDocument.class,
                CaseDocument.WITH_QUALIFICATIONS,
                CaseDocument.WITH_EXAMINATION,
                CaseDocument.WITH_OVERSIGHT);
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<CaseDocument> find(UUID id) {
        return cases.find(id);
    }

    /** The caller's own, else NOT_FOUND. */
    Mono<CaseDocument> own(Caller caller, UUID id) {
        return cases.find(id)
                .filter(stored -> stored.learnerId().equals(caller.learnerId()))
                .switchIfEmpty(notFound());
    }

    /** One of an institution where the caller is a recognition officer, else NOT_FOUND. */
    Mono<CaseDocument> reviewed(Caller caller, UUID id) {
        return cases.find(id)
                .filter(stored -> caller.has(Role.RECOGNITION_OFFICER, stored.institutionId()))
                .switchIfEmpty(notFound());
    }

    /** One that the caller may mark as an assessor of whoever examines, or has marked; else NOT_FOUND. */
    Mono<CaseDocument> examined(Caller caller, UUID id) {
        return cases.find(id).filter(stored -> examines(caller, stored)).switchIfEmpty(notFound());
    }

    private static boolean examines(Caller caller, CaseDocument stored) {
        return caller.has(Role.ASSESSOR, stored.examinerId())
                && (stored.state() == CaseState.IN_EXAMINATION
                        || stored.dossier().assessors().contains(caller.personId()));
    }

    /** One under a plan that names the caller as a supervisor, else NOT_FOUND. */
    Mono<CaseDocument> supervised(Caller caller, UUID id) {
        return cases.find(id).filterWhen(stored -> supervises(caller, stored)).switchIfEmpty(notFound());
    }

    private Mono<Boolean> supervises(Caller caller, CaseDocument stored) {
        Under under = stored.asked().under();
        return under == null ? Mono.just(false) : plans.supervises(caller.personId(), under.planId());
    }

    /** One that the caller may see in some way, else NOT_FOUND. */
    Mono<CaseDocument> visible(Caller caller, UUID id) {
        return cases.find(id)
                .filterWhen(stored -> isNear(caller, stored) ? Mono.just(true) : supervises(caller, stored))
                .switchIfEmpty(notFound());
    }

    private static boolean isNear(Caller caller, CaseDocument stored) {
        return stored.learnerId().equals(caller.learnerId())
                || caller.has(Role.RECOGNITION_OFFICER, stored.institutionId())
                || looksOn(caller, stored)
                || examines(caller, stored);
    }

    /** Whether the caller is an officer above, while the institution is late. */
    static boolean looksOn(Caller caller, CaseDocument stored) {
        return Escalated.isOnTheListOf(stored.escalated(), above -> caller.has(Role.RECOGNITION_OFFICER, above));
    }

    private static Mono<CaseDocument> notFound() {
        return Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }

    /** False when the id is taken or the learner has an open one about the same. */
    Mono<Boolean> insert(CaseDocument created, Record... told) {
        return cases.insert(telling(created, told)).doOnNext(inserted -> wake());
    }

    /** What was written, or empty when the case had moved on. */
    Mono<CaseDocument> save(CaseDocument next, Record... told) {
        CaseDocument telling = telling(next, told);
        return cases.replace(next.id(), next.revision() - 1, telling)
                .filter(Boolean::booleanValue)
                .doOnNext(replaced -> wake())
                .map(replaced -> telling);
    }

    private CaseDocument telling(CaseDocument changed, Record... told) {
        return changed.telling(events.append(changed.outbox(), told), clock.instant());
    }

    private void wake() {
        outbox.wake(CaseDocument.COLLECTION);
    }

    /** Ids of the learner's open cases by occupation and grade. */
    Mono<Map<String, UUID>> openOf(UUID learnerId) {
        return cases.list(and(eq("learnerId", learnerId), eq("open", true)), null, OPEN_MOST)
                .collectList()
                .map(found -> found.stream()
                        .collect(Collectors.toMap(CaseDocument::openKey, CaseDocument::id, (one, other) -> one)));
    }

    /** The civil years whose contests promoted the learner. */
    Mono<Set<Integer>> contestYears(UUID learnerId) {
        Bson promoted = and(
                eq("learnerId", learnerId),
                gte("openKey", CaseDocument.CONTEST),
                lt("openKey", CaseDocument.CONTEST + "~"));
        return cases.list(promoted, null, OPEN_MOST)
                .map(stored -> Integer.valueOf(stored.openKey().substring(CaseDocument.CONTEST.length())))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Newest first, before the key given. */
    Mono<List<CaseDocument>> ofLearner(UUID learnerId, @Nullable String before, int limit) {
        Bson own = eq("learnerId", learnerId);
        Bson filter = before == null ? own : and(own, lt("queueKey", before));
        return cases.list(filter, Sorts.descending("learnerId", "queueKey"), limit)
                .collectList();
    }

    /** Of one institution, oldest first, after the key given; open ones, or those in one state. */
    Mono<List<CaseDocument>> ofInstitution(
            UUID institutionId, @Nullable CaseState state, @Nullable String after, int limit) {
        String field = state == null ? "open" : "state";
        Bson which = and(eq("institutionId", institutionId), eq(field, state == null ? true : state.name()));
        Bson filter = Waiting.after(which, after);
        return cases.list(filter, Sorts.ascending("institutionId", field, "queueKey"), limit)
                .collectList();
    }

    /** Late ones of institutions below an organisation, oldest first, after the key given; open ones, or those in one state. */
    Mono<List<CaseDocument>> escalatedTo(
            UUID organisation, @Nullable CaseState state, @Nullable String after, int limit) {
        Bson which =
                and(eq("escalated.to", organisation), state == null ? eq("open", true) : eq("state", state.name()));
        Bson filter = Waiting.after(which, after);
        return cases.list(filter, Sorts.ascending("escalated.to", "queueKey"), limit)
                .collectList();
    }

    /** Those in one state whose day is over and that nobody was told of yet, longest ago first. */
    Flux<CaseDocument> late(CaseState state, LocalDate today, int limit) {
        return cases.list(
                and(eq("state", state.name()), Waiting.overdue(today)), Sorts.ascending("state", "actBy"), limit);
    }

    /** Under examination by one institution itself, oldest first, after the key given. */
    Mono<List<CaseDocument>> examinedAt(UUID institutionId, @Nullable String after, int limit) {
        Bson which = and(
                eq("institutionId", institutionId),
                eq("state", CaseState.IN_EXAMINATION.name()),
                ne("asked.path", PromotionPath.ENTERPRISE.name()));
        Bson filter = Waiting.after(which, after);
        return cases.list(filter, Sorts.ascending("institutionId", "state", "queueKey"), limit)
                .collectList();
    }

    /** Under examination by one enterprise, oldest first, after the key given. */
    Mono<List<CaseDocument>> examinedBy(UUID employerId, @Nullable String after, int limit) {
        Bson which = and(eq("asked.under.employerId", employerId), eq("state", CaseState.IN_EXAMINATION.name()));
        Bson filter = Waiting.after(which, after);
        return cases.list(filter, Sorts.ascending("asked.under.employerId", "state", "queueKey"), limit)
                .collectList();
    }

    /** Those that wait for the applicant until a day in this range and that no reminder of it went out for, the nearest first. */
    Flux<CaseDocument> waitingForApplicants(LocalDate from, LocalDate until, int limit) {
        return cases.list(
                and(eq("state", CaseState.MORE_ASKED.name()), Waiting.unreminded("actBy", from, until)),
                Sorts.ascending("state", "actBy"),
                limit);
    }

    /** As above, those in one state that wait for the institution. */
    Flux<CaseDocument> waitingForInstitution(CaseState state, LocalDate from, LocalDate until, int limit) {
        return cases.list(
                and(eq("state", state.name()), Waiting.unreminded("actBy", from, until)),
                Sorts.ascending("state", "actBy"),
                limit);
    }

    /** Of one plan, those in which a sitting waits for a supervisor, oldest first, after the key given. */
    Mono<List<CaseDocument>> awaitingSupervisor(UUID planId, @Nullable String after, int limit) {
        Bson which = and(eq("asked.under.planId", planId), eq("awaitsSupervisor", true));
        Bson filter = Waiting.after(which, after);
        return cases.list(filter, Sorts.ascending("asked.under.planId", "awaitsSupervisor", "queueKey"), limit)
                .collectList();
    }
}
