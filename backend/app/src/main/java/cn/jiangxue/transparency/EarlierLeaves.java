package cn.jiangxue.transparency;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import cn.jiangxue.platform.Documents;
import cn.jiangxue.transparency.LogState.PendingLeaf;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.UUID;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Leaves that an earlier release kept waiting as documents without a place. Every step may be repeated. */
final class EarlierLeaves {

    static final String TURN = "waiting";

    private final Documents<LeafDocument> leaves;
    private final Documents<LeafParcel> parcels;

    EarlierLeaves(Documents<LeafDocument> leaves, Documents<LeafParcel> parcels) {
        this.leaves = leaves;
        this.parcels = parcels;
    }

    /** Makes way for those that are about to be placed: the state of the log knows them. */
    Mono<Void> forget(List<PendingLeaf> decided) {
        return remove(decided.stream().map(PendingLeaf::id).toList());
    }

    /** Puts the others into parcels, before anything is taken for placed because it is there. */
    Mono<Void> lift() {
        return Mono.defer(this::liftSome)
                .repeat()
                .takeWhile(Boolean::booleanValue)
                .then();
    }

    private Mono<Boolean> liftSome() {
        return Flux.from(leaves.raw()
                        .find(gt(TURN, ""))
                        .sort(Sorts.ascending(TURN))
                        .limit(LeafParcel.MOST))
                .collectList()
                .flatMap(found ->
                        found.isEmpty() ? Mono.just(false) : lift(found).thenReturn(true));
    }

    private Mono<Void> lift(List<BsonDocument> found) {
        List<PendingLeaf> lifted = found.stream()
                .map(leaves::read)
                .map(leaf -> new PendingLeaf(leaf.id(), leaf.hash()))
                .toList();
        // Never the id of another parcel: a repeat may find other leaves beside the first.
        String turn = found.getFirst().getString(TURN).getValue() + UUID.randomUUID();
        return parcels.insertMissing(List.of(new LeafParcel(turn, LeafParcel.SCHEMA, lifted)))
                .then(Mono.defer(
                        () -> remove(lifted.stream().map(PendingLeaf::id).toList())));
    }

    private Mono<Void> remove(List<UUID> ids) {
        return Mono.from(leaves.raw().deleteMany(and(in("_id", ids), exists("place", false))))
                .then();
    }
}
