package cn.jiangxue.recognition;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;

import cn.jiangxue.contract.RecognitionApi.Stage;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.Waiting;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The cases as they are kept. Says nothing about who may see which. */
@Component("recognitionCaseRecord")
class Cases {

    private static final String APPEAL_UNTIL = "proceeding.state.appealUntil";

    static final List<CollectionIndex> INDEXES = List.of(
            CollectionIndex.unique(CaseDocument.COLLECTION, Indexes.ascending("learnerId", "openKey")),
            new CollectionIndex(CaseDocument.COLLECTION, Indexes.ascending("learnerId", "queueKey")),
            new CollectionIndex(CaseDocument.COLLECTION, Indexes.ascending("desks", "open", "queueKey")),
            new CollectionIndex(CaseDocument.COLLECTION, Indexes.ascending("desks", "stage", "queueKey")),
            new CollectionIndex(CaseDocument.COLLECTION, Indexes.ascending("stage", "queueKey")),
            new CollectionIndex(
                    CaseDocument.COLLECTION,
                    Indexes.ascending("wakeOn"),
                    new com.mongodb.client.model.IndexOptions().sparse(true)),
            new CollectionIndex(CaseDocument.COLLECTION, Indexes.ascending("stage", "dueOn")),
            new CollectionIndex(CaseDocument.COLLECTION, Indexes.ascending("stage", APPEAL_UNTIL)));

    private static final int LOOKED_THROUGH = 200;

    private final Documents<CaseDocument> cases;
    private final Events events;
    private final Outbox outbox;
    private final Clock clock;

    Cases(DocumentsFactory documents, Events events, Outbox outbox, Clock clock) {
        this.cases = documents.of(CaseDocument.COLLECTION, CaseDocument.class, CaseUpgrades.DECLARED);
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<CaseDocument> find(UUID id) {
        return cases.find(id);
    }

    /** False when the id is taken or the learner has an open one for the same programme. */
    Mono<Boolean> insert(CaseDocument created, Record... told) {
        return cases.insert(telling(created, withNews(null, created, told))).doOnNext(inserted -> wake());
    }

    /** What was written, or empty when the case had moved on. The applicant is told of the step, if it is one for them. */
    Mono<CaseDocument> save(CaseDocument before, CaseDocument next, Record... told) {
        CaseDocument telling = telling(next, withNews(before, next, told));
        return cases.replace(next.id(), next.revision() - 1, telling)
                .filter(Boolean::booleanValue)
                .doOnNext(replaced -> wake())
                .map(replaced -> telling);
    }

    private static Record[] withNews(@Nullable CaseDocument before, CaseDocument next, Record... told) {
        return Stream.concat(Arrays.stream(told), ApplicantNews.of(before, next).stream())
                .toArray(Record[]::new);
    }

    private CaseDocument telling(CaseDocument changed, Record... told) {
        return changed.telling(events.append(changed.outbox(), told), clock.instant());
    }

    private void wake() {
        outbox.wake(CaseDocument.COLLECTION);
    }

    /** The learner's open case for a programme, or empty. */
    Mono<CaseDocument> openOf(UUID learnerId, String programmeId) {
        return cases.first(and(eq("learnerId", learnerId), eq("openKey", programmeId)));
    }

    /** Newest first, as many of the learner as are looked through: 200. */
    Mono<List<CaseDocument>> newestOf(UUID learnerId) {
        return ofLearner(learnerId, null, LOOKED_THROUGH);
    }

    /** Newest first, before the key given. */
    Mono<List<CaseDocument>> ofLearner(UUID learnerId, @Nullable String before, int limit) {
        Bson own = eq("learnerId", learnerId);
        Bson filter = before == null ? own : and(own, lt("queueKey", before));
        return cases.list(filter, Sorts.descending("learnerId", "queueKey"), limit)
                .collectList();
    }

    /**
     * What lies on some desks.
     *
     * @param stage null for open ones
     * @param handlers officers who look after it; empty for any
     * @param overdueOn only those whose day is over on this one; null for all
     */
    record Wanted(
            Collection<UUID> desks,
            @Nullable Stage stage,
            Collection<UUID> handlers,
            @Nullable LocalDate overdueOn) {}

    /** Oldest first, after the key given. */
    Mono<List<CaseDocument>> onDesks(Wanted wanted, @Nullable String after, int limit) {
        List<Bson> filter = new ArrayList<>(List.of(in("desks", wanted.desks())));
        filter.add(
                wanted.stage() == null
                        ? eq("open", true)
                        : eq("stage", wanted.stage().name()));
        if (!wanted.handlers().isEmpty()) {
            filter.add(in("handlerId", wanted.handlers()));
        }
        if (wanted.overdueOn() != null) {
            filter.add(lt("dueOn", wanted.overdueOn()));
        }
        if (after != null) {
            filter.add(gt("queueKey", after));
        }
        return cases.list(and(filter), Sorts.ascending("queueKey"), limit).collectList();
    }

    /** What may be objected to on that day, oldest first, after the key given. */
    Mono<List<CaseDocument>> publicised(LocalDate today, @Nullable String after, int limit) {
        Bson which = and(eq("stage", Stage.PUBLICISED.name()), gte("dueOn", today));
        Bson filter = Waiting.after(which, after);
        return cases.list(filter, Sorts.ascending("stage", "queueKey"), limit).collectList();
    }

    /** What the calendar has changed by that day, longest ago first. */
    Flux<CaseDocument> waking(LocalDate today, int limit) {
        return cases.list(lte("wakeOn", today), Sorts.ascending("wakeOn"), limit);
    }

    /** Those that wait for the applicant until a day in this range and that no reminder of it went out for, the nearest first. */
    Flux<CaseDocument> waitingForApplicants(LocalDate from, LocalDate until, int limit) {
        return Flux.concat(
                cases.list(
                        waiting(Stage.SUPPLEMENTING, "dueOn", from, until), Sorts.ascending("stage", "dueOn"), limit),
                cases.list(
                        waiting(Stage.REFUSED, APPEAL_UNTIL, from, until),
                        Sorts.ascending("stage", APPEAL_UNTIL),
                        limit));
    }

    /** As above, those that wait for officers and that one of them looks after. */
    Flux<CaseDocument> waitingForHandlers(LocalDate from, LocalDate until, int limit) {
        return Flux.just(Stage.REVIEWING, Stage.DECIDING)
                .concatMap(stage -> cases.list(
                        and(waiting(stage, "dueOn", from, until), ne("handlerId", null)),
                        Sorts.ascending("stage", "dueOn"),
                        limit));
    }

    /** As above, those that wait for officers and that none of them looks after. */
    Flux<CaseDocument> waitingForAnybody(LocalDate from, LocalDate until, int limit) {
        return Flux.just(Stage.REVIEWING, Stage.DECIDING)
                .concatMap(stage -> cases.list(
                        and(waiting(stage, "dueOn", from, until), eq("handlerId", null)),
                        Sorts.ascending("stage", "dueOn"),
                        limit));
    }

    private static Bson waiting(Stage stage, String day, LocalDate from, LocalDate until) {
        return and(eq("stage", stage.name()), Waiting.unreminded(day, from, until));
    }

    /** What was granted and has told so, but is not in the ledger yet, oldest first. */
    Flux<CaseDocument> posting(int limit) {
        return cases.list(
                and(eq("stage", Stage.POSTING.name()), exists("outboxAt", false)),
                Sorts.ascending("stage", "queueKey"),
                limit);
    }
}
