package cn.jiangxue.reexamination;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

import cn.jiangxue.contract.ReexaminationApi;
import cn.jiangxue.contract.ReexaminationApi.ReexaminationState;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.Waiting;
import cn.jiangxue.reexamination.rules.Steps;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Draws and re-examinations as they are kept. Every list and count goes by one index range. */
@Component
class ReexaminationStore {

    private static final String INSTITUTION = "graded.institutionId";
    private static final String HEAR_UNTIL = "file.finding.hearUntil";

    static final List<CollectionIndex> INDEXES = List.of(
            new CollectionIndex(DrawDocument.COLLECTION, Indexes.ascending("institutionId", "period", "queueKey")),
            new CollectionIndex(ReexaminationDocument.COLLECTION, Indexes.ascending("within", "open", "queueKey")),
            new CollectionIndex(ReexaminationDocument.COLLECTION, Indexes.ascending(INSTITUTION, "period", "queueKey")),
            new CollectionIndex(
                    ReexaminationDocument.COLLECTION, Indexes.ascending(INSTITUTION, "period", "state", "actBy")),
            new CollectionIndex(ReexaminationDocument.COLLECTION, Indexes.ascending("learnerId", "queueKey")),
            new CollectionIndex(ReexaminationDocument.COLLECTION, Indexes.ascending("state", HEAR_UNTIL)),
            new CollectionIndex(ReexaminationDocument.COLLECTION, Indexes.ascending("state", "actBy")));

    private static final List<String> OPEN = Arrays.stream(ReexaminationState.values())
            .filter(Steps::isOpen)
            .map(Enum::name)
            .toList();

    private final Documents<DrawDocument> draws;
    private final Documents<ReexaminationDocument> reexaminations;
    private final Events events;
    private final Outbox outbox;
    private final Clock clock;

    ReexaminationStore(DocumentsFactory documents, Events events, Outbox outbox, Clock clock) {
        this.draws = documents.of(DrawDocument.COLLECTION, DrawDocument.class);
        this.reexaminations = documents.of(ReexaminationDocument.COLLECTION, ReexaminationDocument.class);
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<ReexaminationDocument> find(UUID id) {
        return reexaminations.find(id);
    }

    /** False when the grade was in the draw before. */
    Mono<Boolean> insert(DrawDocument draw) {
        return draws.insert(draw);
    }

    /** False when it is there already. */
    Mono<Boolean> insert(ReexaminationDocument drawn, Record... told) {
        return reexaminations.insert(telling(drawn, told)).doOnNext(inserted -> wake());
    }

    /** What was written, or empty when it had moved on. */
    Mono<ReexaminationDocument> save(ReexaminationDocument next, Record... told) {
        ReexaminationDocument telling = telling(next, told);
        return reexaminations
                .replace(next.id(), next.revision() - 1, telling)
                .filter(Boolean::booleanValue)
                .doOnNext(replaced -> wake())
                .map(replaced -> telling);
    }

    private ReexaminationDocument telling(ReexaminationDocument changed, Record... told) {
        return changed.telling(events.append(changed.outbox(), told), clock.instant());
    }

    private void wake() {
        outbox.wake(ReexaminationDocument.COLLECTION);
    }

    /** Oldest first, after the key given. */
    Mono<List<DrawDocument>> draws(UUID institution, String period, @Nullable String after, int limit) {
        Bson which = and(eq("institutionId", institution), eq("period", period));
        Bson filter = Waiting.after(which, after);
        return draws.list(filter, Sorts.ascending("institutionId", "period", "queueKey"), limit)
                .collectList();
    }

    /** Newest first, before the key given. */
    Mono<List<ReexaminationDocument>> drawn(UUID institution, String period, @Nullable String before, int limit) {
        Bson which = at(institution, period);
        Bson filter = before == null ? which : and(which, lt("queueKey", before));
        return reexaminations
                .list(filter, Sorts.descending(INSTITUTION, "period", "queueKey"), limit)
                .collectList();
    }

    /** Open ones below an organisation that the person had no part in, oldest first, after the key given. */
    Mono<List<ReexaminationDocument>> open(UUID organisation, UUID person, @Nullable String after, int limit) {
        Bson which = and(eq("within", organisation), eq("open", true), ne("tookPart", person));
        Bson filter = Waiting.after(which, after);
        return reexaminations.list(filter, Sorts.ascending("queueKey"), limit).collectList();
    }

    /** Newest first. */
    Mono<List<ReexaminationDocument>> ofLearner(UUID learnerId, @Nullable UUID caseId, int limit) {
        Bson own = eq("learnerId", learnerId);
        Bson filter = caseId == null ? own : and(own, eq("graded.caseId", caseId));
        return reexaminations
                .list(filter, Sorts.descending("learnerId", "queueKey"), limit)
                .collectList();
    }

    /** Those in which the learner may say something until a day in this range, has not, and was not reminded of it, the nearest first. */
    Flux<ReexaminationDocument> waitingForLearners(LocalDate from, LocalDate until, int limit) {
        return reexaminations.list(
                and(
                        eq("state", ReexaminationState.AWAITING_RULING.name()),
                        Waiting.unreminded(HEAR_UNTIL, from, until),
                        eq("file.statement", null)),
                Sorts.ascending("state", HEAR_UNTIL),
                limit);
    }

    /** As above, those that somebody took for review. */
    Flux<ReexaminationDocument> waitingForReviewers(LocalDate from, LocalDate until, int limit) {
        return reexaminations.list(
                and(eq("state", ReexaminationState.UNDER_REVIEW.name()), Waiting.unreminded("actBy", from, until)),
                Sorts.ascending("state", "actBy"),
                limit);
    }

    /** Those whose day is over and that nobody above was told of yet. */
    Flux<ReexaminationDocument> overdue(LocalDate today, int limit) {
        return Flux.fromIterable(OPEN)
                .concatMap(state -> reexaminations.list(
                        and(eq("state", state), Waiting.overdue(today)), Sorts.ascending("state", "actBy"), limit));
    }

    Mono<Integer> countApproved(UUID institution, String period) {
        return count(draws, and(eq("institutionId", institution), eq("period", period)));
    }

    Mono<Integer> count(UUID institution, String period, ReexaminationState state) {
        return count(reexaminations, and(at(institution, period), eq("state", state.name())));
    }

    Mono<Integer> countOverdue(UUID institution, String period, LocalDate today) {
        return count(reexaminations, and(at(institution, period), in("state", OPEN), lt("actBy", today)));
    }

    private static Bson at(UUID institution, String period) {
        return and(eq(INSTITUTION, institution), eq("period", period));
    }

    private static <T> Mono<Integer> count(Documents<T> documents, Bson filter) {
        return Mono.from(documents.raw().countDocuments(filter, new CountOptions().limit(ReexaminationApi.COUNT_MOST)))
                .map(Long::intValue);
    }
}
