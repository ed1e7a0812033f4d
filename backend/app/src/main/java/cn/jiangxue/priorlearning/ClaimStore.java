package cn.jiangxue.priorlearning;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import cn.jiangxue.contract.PriorLearningApi.ClaimState;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.identity.Colleagues;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Waiting;
import cn.jiangxue.priorlearning.rules.Claims.Actor;
import cn.jiangxue.vocabulary.Escalated;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The claims as they are kept, and who may see which. */
@Component
class ClaimStore {

    /** Claims of one person for one grade, withdrawn ones too. */
    static final int LINE_MOST = 50;

    static final List<CollectionIndex> INDEXES = List.of(
            CollectionIndex.unique(ClaimDocument.COLLECTION, Indexes.ascending("learnerId", "openKey")),
            new CollectionIndex(ClaimDocument.COLLECTION, Indexes.ascending("learnerId", "line")),
            new CollectionIndex(ClaimDocument.COLLECTION, Indexes.ascending("learnerId", "queueKey")),
            new CollectionIndex(ClaimDocument.COLLECTION, Indexes.ascending("institutionId", "open", "queueKey")),
            new CollectionIndex(ClaimDocument.COLLECTION, Indexes.ascending("institutionId", "state", "queueKey")),
            new CollectionIndex(ClaimDocument.COLLECTION, Indexes.ascending("state", "actBy")),
            new CollectionIndex(ClaimDocument.COLLECTION, Indexes.ascending("escalated.to", "queueKey")));

    private final Documents<ClaimDocument> claims;
    private final Events events;
    private final Outbox outbox;
    private final Colleagues colleagues;
    private final Clock clock;

    ClaimStore(DocumentsFactory documents, Events events, Outbox outbox, Colleagues colleagues, Clock clock) {
        this.claims = documents.of(ClaimDocument.COLLECTION, ClaimDocument.class);
        this.events = events;
        this.outbox = outbox;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    Mono<ClaimDocument> find(UUID id) {
        return claims.find(id);
    }

    /** The caller's own, else NOT_FOUND. */
    Mono<ClaimDocument> own(Caller caller, UUID id) {
        return claims.find(id)
                .filter(stored -> stored.learnerId().equals(caller.learnerId()))
                .switchIfEmpty(notFound());
    }

    /** One of an institution where the caller holds the role, else NOT_FOUND. */
    Mono<ClaimDocument> of(Caller caller, Role role, UUID id) {
        return claims.find(id)
                .filter(stored -> caller.has(role, stored.institutionId()))
                .switchIfEmpty(notFound());
    }

    /** One that the caller may see in any way, else NOT_FOUND. */
    Mono<ClaimDocument> visible(Caller caller, UUID id) {
        return claims.find(id)
                .filter(stored -> stored.learnerId().equals(caller.learnerId())
                        || caller.has(Role.ASSESSOR, stored.institutionId())
                        || caller.has(Role.RECOGNITION_OFFICER, stored.institutionId())
                        || looksOn(caller, stored))
                .switchIfEmpty(notFound());
    }

    private static boolean looksOn(Caller caller, ClaimDocument stored) {
        return Escalated.isOnTheListOf(stored.escalated(), above -> caller.has(Role.RECOGNITION_OFFICER, above));
    }

    /** What somebody may do with a claim by their roles, and whether they keep out. */
    Mono<Actor> actor(Caller caller, ClaimDocument stored) {
        return colleagues
                .areColleagues(caller, stored.personId(), Set.of(stored.institutionId()))
                .map(colleague -> new Actor(
                        caller.personId(),
                        caller.has(Role.ASSESSOR, stored.institutionId()),
                        caller.has(Role.RECOGNITION_OFFICER, stored.institutionId()),
                        colleague));
    }

    private static Mono<ClaimDocument> notFound() {
        return Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }

    /** False when the id is taken or the learner has an open one about the same. */
    Mono<Boolean> insert(ClaimDocument created, Record... told) {
        return claims.insert(telling(created, told)).doOnNext(inserted -> wake());
    }

    /** What was written, or empty when the claim had moved on. The claimant is told of what others did, if it is news to them. */
    Mono<ClaimDocument> save(ClaimDocument before, ClaimDocument next, Record... told) {
        Record[] withNews = Stream.concat(Arrays.stream(told), ClaimantNews.of(before, next).stream())
                .toArray(Record[]::new);
        ClaimDocument telling = telling(next, withNews);
        return claims.replace(next.id(), next.revision() - 1, telling)
                .filter(Boolean::booleanValue)
                .doOnNext(replaced -> wake())
                .map(replaced -> telling);
    }

    private ClaimDocument telling(ClaimDocument changed, Record... told) {
        return changed.telling(events.append(changed.outbox(), told), clock.instant());
    }

    private void wake() {
        outbox.wake(ClaimDocument.COLLECTION);
    }

    /** All that one person claimed for one grade, in no order. */
    Mono<List<ClaimDocument>> ofLine(UUID learnerId, String line) {
        return claims.list(and(eq("learnerId", learnerId), eq("line", line)), null, LINE_MOST + 1)
                .collectList();
    }

    /** Newest first, before the key given. */
    Mono<List<ClaimDocument>> ofLearner(UUID learnerId, @Nullable String before, int limit) {
        Bson own = eq("learnerId", learnerId);
        Bson filter = before == null ? own : and(own, lt("queueKey", before));
        return claims.list(filter, Sorts.descending("learnerId", "queueKey"), limit)
                .collectList();
    }

    /** Those that wait for the claimant until a day in this range and that no reminder of it went out for, the nearest first. */
    Flux<ClaimDocument> waitingForClaimants(LocalDate from, LocalDate until, int limit) {
        return claims.list(
                and(eq("state", ClaimState.MORE_ASKED.name()), Waiting.unreminded("actBy", from, until)),
                Sorts.ascending("state", "actBy"),
                limit);
    }

    /** Those whose day is over and that nobody above was told of yet, longest ago first. */
    Flux<ClaimDocument> overdue(LocalDate today, int limit) {
        return claims.list(
                and(eq("state", ClaimState.SUBMITTED.name()), Waiting.overdue(today)),
                Sorts.ascending("state", "actBy"),
                limit);
    }

    /** Late ones of institutions below an organisation, oldest first, after the key given; open ones, or those in one state. */
    Mono<List<ClaimDocument>> escalatedTo(
            UUID organisation, @Nullable ClaimState state, @Nullable String after, int limit) {
        Bson which =
                and(eq("escalated.to", organisation), state == null ? eq("open", true) : eq("state", state.name()));
        return claims.list(Waiting.after(which, after), Sorts.ascending("escalated.to", "queueKey"), limit)
                .collectList();
    }

    /** Of one institution, oldest first, after the key given; open ones, or those in one state. */
    Mono<List<ClaimDocument>> ofInstitution(
            UUID institutionId, @Nullable ClaimState state, @Nullable String after, int limit) {
        String field = state == null ? "open" : "state";
        Bson which = and(eq("institutionId", institutionId), eq(field, state == null ? true : state.name()));
        Bson filter = Waiting.after(which, after);
        return claims.list(filter, Sorts.ascending("institutionId", field, "queueKey"), limit)
                .collectList();
    }
}
