package cn.jiangxue.promotion;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.Tries;
import cn.jiangxue.promotion.rules.Pace;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Notices bursts as acts are told. An act looks at what its person did within ten minutes before and after: one index range, whatever happened in all the years
 * before. What is noticed is one document for a person and a civil day, so that acts told at once, twice or in any order end in the same.
 */
@Component
class Bursts {

    /** Acts of one person on one day that are looked at and shown. */
    static final int ACTS_MOST = 500;

    static final List<CollectionIndex> INDEXES = List.of(
            new CollectionIndex(ActDocument.COLLECTION, Indexes.ascending("institutionId", "personId", "at")),
            new CollectionIndex(BurstDocument.COLLECTION, Indexes.ascending("institutionId", "queueKey")));

    private final Documents<ActDocument> acts;
    private final Documents<BurstDocument> bursts;

    private final CivilTime time;

    Bursts(DocumentsFactory documents, CivilTime time) {
        this.time = time;
        this.acts = documents.of(ActDocument.COLLECTION, ActDocument.class);
        this.bursts = documents.of(BurstDocument.COLLECTION, BurstDocument.class);
    }

    Mono<Void> take(ActTaken act) {
        Instant from = act.at().minus(Pace.WITHIN);
        Instant until = act.at().plus(Pace.WITHIN);
        return acts.insert(ActDocument.of(act))
                .thenMany(Flux.defer(() -> between(act.institutionId(), act.personId(), from, until)))
                .map(ActDocument::at)
                .collectList()
                .flatMapIterable(Pace::bursts)
                .filter(burst -> burst.covers(act.at()))
                .next()
                .flatMap(burst -> Tries.of(() -> note(act, burst)))
                .then();
    }

    private Mono<BurstDocument> note(ActTaken act, Pace.Burst burst) {
        LocalDate day = time.dateOf(act.at());
        return bursts.find(BurstDocument.id(act.institutionId(), act.personId(), day))
                .flatMap(known -> stretch(known, burst))
                .switchIfEmpty(Mono.defer(() -> {
                    BurstDocument noticed = BurstDocument.of(act, day, burst);
                    return bursts.insert(noticed).filter(Boolean::booleanValue).map(done -> noticed);
                }));
    }

    private Mono<BurstDocument> stretch(BurstDocument known, Pace.Burst burst) {
        Instant first = burst.first().isBefore(known.firstAt()) ? burst.first() : known.firstAt();
        Instant last = burst.last().isAfter(known.lastAt()) ? burst.last() : known.lastAt();
        return hasty(known.institutionId(), known.personId(), first, last)
                .map(hasty -> known.covering(first, last, hasty.size()))
                .flatMap(next -> next.equals(known.covering(known.firstAt(), known.lastAt(), known.acts()))
                        ? Mono.just(known)
                        : bursts.replace(known.id(), known.revision(), next)
                                .filter(Boolean::booleanValue)
                                .map(done -> next));
    }

    /** The acts from the first to the last instant that lie in a burst, oldest first. */
    Mono<List<ActDocument>> hasty(UUID institutionId, UUID personId, Instant first, Instant last) {
        return between(institutionId, personId, first, last).collectList().map(taken -> {
            List<Pace.Burst> found =
                    Pace.bursts(taken.stream().map(ActDocument::at).toList());
            return taken.stream()
                    .filter(act -> found.stream().anyMatch(burst -> burst.covers(act.at())))
                    .toList();
        });
    }

    private Flux<ActDocument> between(UUID institutionId, UUID personId, Instant first, Instant last) {
        Bson range =
                and(eq("institutionId", institutionId), eq("personId", personId), gte("at", first), lte("at", last));
        return acts.list(range, Sorts.ascending("institutionId", "personId", "at"), ACTS_MOST);
    }

    Mono<BurstDocument> find(UUID id) {
        return bursts.find(id);
    }

    /** Newest first, before the key given. */
    Mono<List<BurstDocument>> of(UUID institutionId, @Nullable String before, int limit) {
        Bson own = eq("institutionId", institutionId);
        Bson filter = before == null ? own : and(own, lt("queueKey", before));
        return bursts.list(filter, Sorts.descending("institutionId", "queueKey"), limit)
                .collectList();
    }
}
