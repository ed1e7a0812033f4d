package cn.jiangxue.transparency;

import cn.jiangxue.platform.Blocking;
import cn.jiangxue.proof.Checkpoint;
import cn.jiangxue.proof.Hash;
import cn.jiangxue.proof.RightEdge;
import cn.jiangxue.proof.SignedNote;
import cn.jiangxue.proof.Tile;
import cn.jiangxue.proof.TileId;
import cn.jiangxue.transparency.LogState.PendingLeaf;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gives leaves their places, a batch at a time: one compare-and-set decides, then tiles, places, the files outside and the served head follow, each of which may be
 * written again. Any number of nodes may run one; the epoch lets only the newest decide, and one that shows no sign of life for some rounds is succeeded. No clock is
 * asked, so none can deceive it. Rounds run one after the other.
 */
final class Sequencer {

    static final int BATCH = 1_024;

    /** Rounds without a sign of life after which another takes over. */
    static final int PATIENCE = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
    private static final int TILES_AT_ONCE = 64;

    private final LogStore store;
    private final Intake intake;
    private final HeadSigner signer;
    private final HeadFolder outside;
    private @Nullable LogState own;
    private @Nullable RightEdge edge;
    private @Nullable LogState seen;
    private int roundsUnchanged;
    private long lastEpoch = -1;
    private volatile @Nullable String doubt;

    Sequencer(LogStore store, Intake intake, HeadSigner signer, HeadFolder outside) {
        this.store = store;
        this.intake = intake;
        this.signer = signer;
        this.outside = outside;
    }

    /** Why nothing is signed any more: the database contradicts a signed head. */
    Optional<String> doubt() {
        return Optional.ofNullable(doubt);
    }

    Optional<String> altered() {
        return intake.altered().map(Object::toString);
    }

    boolean isInForce() {
        return own != null;
    }

    /** Keeps or takes over the log, brings in what is new, and appends until nothing waits. A failure is left to the next round. */
    Mono<Void> round() {
        return Mono.defer(this::holds)
                .filter(Boolean::booleanValue)
                .flatMap(held -> store.earlier().lift().then(Mono.defer(this::bringIn)))
                .flatMapMany(brought -> appendAll())
                .then()
                .onErrorResume(this::letGo);
    }

    /** Lets another take over at once. */
    Mono<Void> release() {
        return Mono.defer(() -> own == null ? Mono.empty() : store.release(own).then());
    }

    private Mono<Boolean> holds() {
        if (doubt != null) {
            return Mono.just(false);
        }
        return own == null
                ? store.state().flatMap(this::tryToTakeOver)
                : store.renew(own).doOnNext(this::heldStill);
    }

    private void heldStill(boolean still) {
        if (!still) {
            LOG.info("log {}: another sequencer has taken over", store.log());
            own = null;
        }
    }

    private Mono<Boolean> tryToTakeOver(LogState now) {
        LogState before = seen;
        boolean unchanged = before != null && before.epoch() == now.epoch() && before.beat() == now.beat();
        roundsUnchanged = unchanged ? roundsUnchanged + 1 : 0;
        seen = now;
        if (!now.released() && now.epoch() != lastEpoch && roundsUnchanged < PATIENCE) {
            return Mono.just(false);
        }
        return store.takeOver(now).flatMap(this::settleIn).defaultIfEmpty(false);
    }

    /** Signed heads first: a log that contradicts one is left alone. */
    private Mono<Boolean> settleIn(LogState taken) {
        lastEpoch = taken.epoch();
        return signedHeads()
                .flatMap(signed ->
                        store.tiles(Coherence.tiles(taken, signed)).flatMap(tiles -> settleIn(taken, signed, tiles)));
    }

    private Mono<List<Checkpoint>> signedHeads() {
        return Mono.zip(
                Blocking.call(outside::newest),
                store.newestHead().map(HeadDocument::signed).map(Optional::of).defaultIfEmpty(Optional.empty()),
                (file, database) -> Stream.of(file, database)
                        .flatMap(Optional::stream)
                        .map(SignedNote::checkpoint)
                        .distinct()
                        .toList());
    }

    private Mono<Boolean> settleIn(LogState taken, List<Checkpoint> signed, Map<TileId, Tile> tiles) {
        Optional<String> contradiction = Coherence.contradiction(taken, signed, tiles);
        if (contradiction.isPresent()) {
            doubt = contradiction.get();
            LOG.error("log {}: no head is signed any more: {}", store.log(), doubt);
            return store.release(taken).thenReturn(false);
        }
        own = taken;
        edge = Coherence.edge(taken, tiles);
        return mirror(taken.sizeBeforePending())
                .then(store.earlier().forget(taken.pending()))
                .then(taken.size() == 0 && signed.isEmpty() ? publish(taken) : follow(taken))
                .thenReturn(true);
    }

    private Mono<LogState> bringIn() {
        LogState held = own;
        return held == null
                ? Mono.empty()
                : intake.round(held).doOnNext(read -> own = read).doOnSuccess(read -> heldStill(read != null));
    }

    private Flux<Boolean> appendAll() {
        return Mono.defer(this::appendBatch).repeat().takeWhile(Boolean::booleanValue);
    }

    /** Whether there may be more. */
    private Mono<Boolean> appendBatch() {
        LogState held = own;
        return held == null
                ? Mono.just(false)
                : store.waiting(BATCH)
                        .filter(parcels -> !parcels.isEmpty())
                        .flatMap(parcels -> append(held, parcels))
                        .defaultIfEmpty(false);
    }

    private Mono<Boolean> append(LogState held, List<LeafParcel> parcels) {
        return withoutPlace(parcels)
                .flatMap(leaves -> leaves.isEmpty() ? Mono.just(true) : append(held, held.with(leaves)))
                .filter(Boolean::booleanValue)
                .flatMap(stand -> store.remove(parcels).thenReturn(true));
    }

    /** Every batch that was decided before has its places. */
    private Mono<List<PendingLeaf>> withoutPlace(List<LeafParcel> parcels) {
        Map<UUID, PendingLeaf> offered = new LinkedHashMap<>();
        parcels.forEach(parcel -> parcel.leaves().forEach(leaf -> offered.putIfAbsent(leaf.id(), leaf)));
        return store.leaves(offered.keySet()).map(placed -> {
            offered.keySet().removeAll(placed.keySet());
            return List.copyOf(offered.values());
        });
    }

    private Mono<Boolean> append(LogState held, LogState grown) {
        return store.append(held, grown)
                .doOnNext(this::heldStill)
                .filter(Boolean::booleanValue)
                .flatMap(decided -> follow(grown).thenReturn(true));
    }

    /** Makes everything tell of the newest batch. */
    private Mono<Void> follow(LogState decided) {
        return Mono.defer(() -> {
            own = decided;
            if (decided.pending().isEmpty()) {
                return Mono.empty();
            }
            long first = decided.sizeBeforePending();
            return store.putTiles(grown(decided, decided.pendingHashes()))
                    .then(store.place(first, decided.pending()))
                    .then(publish(decided))
                    .then(store.settle(decided))
                    .doOnNext(this::heldStill)
                    .doOnNext(still -> own = still ? decided.settled() : null)
                    .then();
        });
    }

    private List<Tile> grown(LogState decided, List<Hash> hashes) {
        RightEdge open = Objects.requireNonNull(edge);
        List<Tile> grown = open.append(hashes);
        if (!open.frontier().equals(decided.frontier())) {
            throw new IllegalStateException("tiles and peaks of " + store.log() + " disagree at " + decided.size());
        }
        return grown;
    }

    /** Outside first: no head is served that the database could take back. */
    private Mono<Void> publish(LogState decided) {
        SignedNote head = signer.sign(decided.size(), decided.frontier().root());
        return Blocking.call(() -> {
                    outside.keep(decided.sizeBeforePending(), decided.pendingHashes());
                    outside.keep(head);
                    return true;
                })
                .then(Mono.defer(
                        () -> store.putHead(new HeadDocument(decided.size(), HeadDocument.SCHEMA, head.written()))));
    }

    /** Brings the leaf hashes outside up to this size, where another node appended meanwhile. */
    private Mono<Void> mirror(long size) {
        return Blocking.call(outside::leaves)
                .flatMapMany(
                        kept -> Flux.fromStream(LongStream.rangeClosed(kept / TileId.WIDTH, (size - 1) / TileId.WIDTH)
                                .filter(index -> kept < size)
                                .mapToObj(index -> new TileId(0, index))))
                .buffer(TILES_AT_ONCE)
                .concatMap(ids -> store.tiles(ids).flatMap(tiles -> mirror(ids, tiles, size)))
                .then();
    }

    private Mono<Boolean> mirror(List<TileId> ids, Map<TileId, Tile> tiles, long size) {
        List<Hash> hashes = ids.stream()
                .flatMap(id -> Coherence.present(tiles, id).hashes().stream().limit(id.widthIn(size)))
                .toList();
        return Blocking.call(() -> {
            outside.keep(ids.getFirst().index() * TileId.WIDTH, hashes);
            return true;
        });
    }

    private Mono<Void> letGo(Throwable failure) {
        own = null;
        LOG.warn("log {} rests until the next round: {}", store.log(), failure.toString());
        return Mono.empty();
    }
}
