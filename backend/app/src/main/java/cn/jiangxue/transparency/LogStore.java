package cn.jiangxue.transparency;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.proof.Hash;
import cn.jiangxue.proof.Tile;
import cn.jiangxue.proof.TileId;
import cn.jiangxue.transparency.LogState.PendingLeaf;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The documents of one log. The state changes under a guard; leaves, tiles and heads follow from it and may be written any number of times by anyone. */
class LogStore {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final int PARCELS_AT_ONCE = 128;
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final String log;
    private final Documents<LogState> states;
    private final Documents<LeafParcel> parcels;
    private final Documents<LeafDocument> leaves;
    private final Documents<TileDocument> tiles;
    private final Documents<HeadDocument> heads;

    LogStore(DocumentsFactory documents, String log) {
        this.log = log;
        this.states = documents.of("logs", LogState.class);
        this.parcels = documents.of(LeafQueue.parcels(log), LeafParcel.class);
        this.leaves = documents.of(LeafQueue.collection(log), LeafDocument.class);
        this.tiles = documents.of("log_" + log + "_tiles", TileDocument.class);
        this.heads = documents.of("log_" + log + "_heads", HeadDocument.class);
    }

    String log() {
        return log;
    }

    Mono<LogState> state() {
        return states.find(log)
                .switchIfEmpty(
                        Mono.defer(() -> states.insert(LogState.empty(log)).then(states.find(log))));
    }

    /** The log as the caller's own from now on; empty when it has moved since it was seen. */
    Mono<LogState> takeOver(LogState seen) {
        Bson unmoved = and(eq("_id", log), eq("epoch", seen.epoch()), eq("beat", seen.beat()));
        return states.findAndUpdate(unmoved, combine(inc("epoch", 1L), inc("beat", 1L), set("released", false)));
    }

    /** False when another has taken over. */
    Mono<Boolean> renew(LogState own) {
        return changed(own, inc("beat", 1L));
    }

    Mono<Boolean> release(LogState own) {
        return changed(own, set("released", true));
    }

    /** Remembers how far the source was read. */
    Mono<Boolean> remember(LogState own, @Nullable String cursor, @Nullable Instant lapEndedAt) {
        return changed(
                own,
                combine(
                        cursor == null ? unset("cursor") : set("cursor", cursor),
                        lapEndedAt == null ? unset("lapEndedAt") : set("lapEndedAt", lapEndedAt)));
    }

    /** The decision: these leaves stand next. False when another has taken over. */
    Mono<Boolean> append(LogState own, LogState grown) {
        return changed(
                own,
                combine(
                        set("size", grown.size()),
                        set("peaks", grown.peaks()),
                        set("pending", states.write(grown).get("pending")),
                        inc("beat", 1L)));
    }

    /** Forgets the batch once everything tells of it. */
    Mono<Boolean> settle(LogState own) {
        return changed(own, combine(set("pending", List.of()), inc("beat", 1L)));
    }

    private Mono<Boolean> changed(LogState own, Bson update) {
        return states.update(and(eq("_id", log), eq("epoch", own.epoch()), eq("size", own.size())), update)
                .map(matched -> matched == 1);
    }

    /** What an earlier release left behind. */
    EarlierLeaves earlier() {
        return new EarlierLeaves(leaves, parcels);
    }

    /** The next parcels as they came, with at most {@code most} leaves. */
    Mono<List<LeafParcel>> waiting(int most) {
        return nextParcels().map(found -> upTo(most, found));
    }

    private Mono<List<LeafParcel>> nextParcels() {
        return parcels.list(gt("_id", ""), Sorts.ascending("_id"), PARCELS_AT_ONCE)
                .collectList();
    }

    private static List<LeafParcel> upTo(int most, List<LeafParcel> found) {
        var taken = new ArrayList<LeafParcel>();
        int leaves = 0;
        for (LeafParcel parcel : found) {
            leaves += parcel.leaves().size();
            if (leaves > most) {
                break;
            }
            taken.add(parcel);
        }
        return taken;
    }

    /** Whether this leaf waits for its place, or so many do that it may. */
    Mono<Boolean> mayWait(Hash hash) {
        return nextParcels()
                .map(found -> found.size() == PARCELS_AT_ONCE
                        || found.stream()
                                .flatMap(parcel -> parcel.leaves().stream())
                                .anyMatch(leaf -> leaf.leaf().equals(hash)));
    }

    /** Once every leaf of these has its place. */
    Mono<Void> remove(List<LeafParcel> done) {
        return Mono.from(parcels.raw()
                        .deleteMany(in("_id", done.stream().map(LeafParcel::id).toList())))
                .then();
    }

    /** Gives leaves their places. */
    Mono<Void> place(long first, List<PendingLeaf> batch) {
        List<LeafDocument> placed = new ArrayList<>();
        for (PendingLeaf leaf : batch) {
            placed.add(new LeafDocument(leaf.id(), LeafDocument.SCHEMA, leaf.hash(), first + placed.size()));
        }
        return leaves.insertMissing(placed);
    }

    /** Writes those that are wider than what is there; the upsert of any other meets its id. */
    Mono<Void> putTiles(List<Tile> grown) {
        List<UpdateOneModel<BsonDocument>> writes = grown.stream()
                .map(tile -> new UpdateOneModel<BsonDocument>(
                        and(
                                eq("_id", tile.id().toString()),
                                lt("width", tile.hashes().size())),
                        combine(
                                set("schema", TileDocument.SCHEMA),
                                set("width", tile.hashes().size()),
                                set("hashes", new Binary(tile.bytes()))),
                        UPSERT))
                .toList();
        return writes.isEmpty()
                ? Mono.empty()
                : Mono.from(tiles.raw().bulkWrite(writes, UNORDERED))
                        .then()
                        .onErrorResume(Documents::isDuplicateKey, wider -> Mono.empty());
    }

    Mono<Map<TileId, Tile>> tiles(Collection<TileId> ids) {
        if (ids.isEmpty()) {
            return Mono.just(Map.of());
        }
        List<String> names = ids.stream().map(TileId::toString).distinct().toList();
        return tiles.list(in("_id", names), null, names.size())
                .map(TileDocument::tile)
                .collectMap(Tile::id);
    }

    Mono<Void> putHead(HeadDocument head) {
        return heads.insert(head).then();
    }

    Mono<HeadDocument> newestHead() {
        return heads.list(gte("_id", 0L), Sorts.descending("_id"), 1).next();
    }

    Mono<HeadDocument> head(long size) {
        return heads.find(size);
    }

    Mono<Map<UUID, LeafDocument>> leaves(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Mono.just(Map.of())
                : leaves.list(in("_id", ids), null, ids.size()).collectMap(LeafDocument::id);
    }

    Mono<LeafDocument> leaf(Hash hash) {
        return leaves.first(eq("hash", new Binary(hash.bytes())));
    }

    /** In the order of the log, from this index up to but not including {@code end}. */
    Flux<LeafDocument> placed(long from, long end) {
        return leaves.list(and(gte("place", from), lt("place", end)), Sorts.ascending("place"), (int) (end - from));
    }
}
