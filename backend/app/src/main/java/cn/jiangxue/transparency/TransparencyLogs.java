package cn.jiangxue.transparency;

import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.TransparencyApi;
import cn.jiangxue.contract.TransparencyApi.ConsistencyProof;
import cn.jiangxue.contract.TransparencyApi.Head;
import cn.jiangxue.contract.TransparencyApi.InclusionProof;
import cn.jiangxue.contract.TransparencyApi.LeafPage;
import cn.jiangxue.contract.TransparencyApi.ProvenRecord;
import cn.jiangxue.contract.TransparencyApi.RecordProof;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.proof.Checkpoint;
import cn.jiangxue.proof.Hash;
import cn.jiangxue.proof.Node;
import cn.jiangxue.proof.ProofShape;
import cn.jiangxue.proof.SignedNote;
import cn.jiangxue.proof.Subtree;
import cn.jiangxue.proof.Tile;
import cn.jiangxue.proof.TileId;
import cn.jiangxue.proof.VerifierKey;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Heads and proofs of the logs. A proof reads a handful of tiles, however long the log is. */
public final class TransparencyLogs {

    /** Within this time a record that was acknowledged is covered by a head. */
    public static final Duration MERGE_DELAY = Duration.ofSeconds(60);

    private static final String FORM = "jiangxue-proof/1";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Map<String, OpenLog> logs;

    TransparencyLogs(Collection<OpenLog> logs) {
        this.logs = logs.stream().collect(Collectors.toMap(OpenLog::name, log -> log));
    }

    /** What the log of a source rests on; to be declared as beans by the feature that declares the source. */
    public static List<CollectionIndex> indexes(String log) {
        return LeafQueue.indexes(log);
    }

    List<TransparencyApi.Log> logs() {
        return logs.keySet().stream().sorted().map(this::view).toList();
    }

    Mono<Head> head(String log) {
        return open(log).store().newestHead().map(head -> view(log, head)).switchIfEmpty(notFound());
    }

    /** The newest, or the one of this size. */
    Mono<Head> head(String log, @Nullable Long size) {
        return size == null
                ? head(log)
                : open(log).store().head(size).map(head -> view(log, head)).switchIfEmpty(notFound());
    }

    /** NOT_FOUND for a leaf the log does not have; NOT_YET_LOGGED for one that waits or came after that head. */
    Mono<InclusionProof> inclusion(String log, Hash leaf, @Nullable Long size) {
        return Mono.zip(head(log, size), placed(open(log).store(), leaf))
                .flatMap(both -> path(log, leaf, placeUnder(both.getT1(), both.getT2()), both.getT1()));
    }

    /** Looks a second time, for a leaf leaves those that wait once it has its place. */
    private static Mono<LeafDocument> placed(LogStore store, Hash leaf) {
        return store.leaf(leaf)
                .switchIfEmpty(Mono.defer(() -> store.mayWait(leaf))
                        .flatMap(may -> may ? Mono.error(TransparencyLogs::notYet) : store.leaf(leaf)))
                .switchIfEmpty(Mono.error(TransparencyLogs::missing));
    }

    private Mono<InclusionProof> path(String log, Hash leaf, long index, Head head) {
        List<Subtree> shape = ProofShape.inclusion(index, head.size());
        return tiles(log, shape, head.size())
                .map(tiles -> new InclusionProof(log, index, leaf.hex(), hashes(shape, tiles), head));
    }

    Mono<ConsistencyProof> consistency(String log, long from, long to) {
        return head(log).flatMap(newest -> {
            if (from < 0 || from > to || to > newest.size()) {
                return Mono.error(new ProblemException(ProblemCode.BAD_REQUEST, "from, to"));
            }
            List<Subtree> shape = ProofShape.consistency(from, to);
            return tiles(log, shape, to).map(tiles -> new ConsistencyProof(log, from, to, hashes(shape, tiles)));
        });
    }

    Mono<LeafPage> leaves(String log, long from) {
        return head(log).flatMap(newest -> {
            if (from < 0 || from > newest.size()) {
                return Mono.error(new ProblemException(ProblemCode.BAD_REQUEST, "from"));
            }
            TileId id = new TileId(0, from / TileId.WIDTH);
            int begin = (int) (from % TileId.WIDTH);
            int end = id.widthIn(newest.size());
            long next = from - begin + end;
            return open(log)
                    .store()
                    .tiles(end > begin ? List.of(id) : List.of())
                    .map(tiles ->
                            end > begin ? Coherence.present(tiles, id).hashes().subList(begin, end) : List.<Hash>of())
                    .map(hashes -> new LeafPage(
                            log, from, hashes.stream().map(Hash::hex).toList(), next < newest.size() ? next : null));
        });
    }

    /** Everything needed to check the record; NOT_YET_LOGGED when no head covers it. */
    public Mono<RecordProof> proof(String log, LoggedRecord record) {
        return head(log)
                .flatMap(head -> prove(log, head, List.of(record)))
                .flatMap(proven -> Mono.justOrEmpty(proven.records().get(record.id()))
                        .map(one -> new RecordProof(FORM, proven.log(), proven.head(), one)))
                .switchIfEmpty(Mono.error(TransparencyLogs::notYet));
    }

    /** The records that the head covers, by id, under this head. */
    public record Proven(TransparencyApi.Log log, Head head, Map<UUID, ProvenRecord> records) {}

    /** Proofs under the head of this size, or the newest; NOT_FOUND when no such head was signed. Cost: one read of leaves, one of tiles. */
    public Mono<Proven> prove(String log, @Nullable Long size, List<LoggedRecord> records) {
        return head(log, size).flatMap(head -> prove(log, head, records));
    }

    private Mono<Proven> prove(String log, Head head, List<LoggedRecord> records) {
        return open(log)
                .store()
                .leaves(records.stream().map(LoggedRecord::id).toList())
                .flatMap(leaves -> prove(log, head, records, leaves));
    }

    private Mono<Proven> prove(String log, Head head, List<LoggedRecord> records, Map<UUID, LeafDocument> leaves) {
        Map<UUID, Long> places = new HashMap<>();
        leaves.values().forEach(leaf -> place(leaf, head).ifPresent(place -> places.put(leaf.id(), place)));
        List<Subtree> shapes = places.values().stream()
                .flatMap(place -> ProofShape.inclusion(place, head.size()).stream())
                .distinct()
                .toList();
        Map<UUID, LoggedRecord> byId = records.stream().collect(Collectors.toMap(LoggedRecord::id, record -> record));
        return tiles(log, shapes, head.size())
                .map(tiles -> places.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                place -> proven(
                                        Objects.requireNonNull(byId.get(place.getKey())),
                                        place.getValue(),
                                        head.size(),
                                        tiles))))
                .map(proven -> new Proven(view(log), head, proven));
    }

    private static ProvenRecord proven(LoggedRecord record, long place, long size, Map<TileId, Tile> tiles) {
        return new ProvenRecord(
                place, record.salt(), record.canonical(), hashes(ProofShape.inclusion(place, size), tiles));
    }

    private static Optional<Long> place(LeafDocument leaf, Head head) {
        return Optional.ofNullable(leaf.place()).filter(place -> place < head.size());
    }

    private static long placeUnder(Head head, LeafDocument leaf) {
        return place(leaf, head).orElseThrow(TransparencyLogs::notYet);
    }

    private Mono<Map<TileId, Tile>> tiles(String log, List<Subtree> shape, long size) {
        Set<TileId> needed = shape.stream()
                .flatMap(subtree -> subtree.nodes().stream())
                .map(Node::tile)
                .collect(Collectors.toSet());
        return open(log).tiles().of(needed, size);
    }

    private static List<String> hashes(List<Subtree> shape, Map<TileId, Tile> tiles) {
        return shape.stream()
                .map(subtree -> subtree.hash(id -> Coherence.present(tiles, id)).hex())
                .toList();
    }

    OpenLog open(String log) {
        return Optional.ofNullable(logs.get(log)).orElseThrow(TransparencyLogs::missing);
    }

    private TransparencyApi.Log view(String name) {
        HeadSigner signer = open(name).signer();
        return new TransparencyApi.Log(
                name,
                signer.origin(),
                signer.verifierKeys().stream().map(VerifierKey::written).toList(),
                (int) MERGE_DELAY.toSeconds());
    }

    private static Head view(String log, HeadDocument head) {
        Checkpoint checkpoint = SignedNote.parse(head.note()).checkpoint();
        return new Head(log, checkpoint.size(), checkpoint.root().hex(), head.note());
    }

    private static <T> Mono<T> notFound() {
        return Mono.error(TransparencyLogs::missing);
    }

    private static ProblemException missing() {
        return new ProblemException(ProblemCode.NOT_FOUND);
    }

    private static ProblemException notYet() {
        return new ProblemException(ProblemCode.NOT_YET_LOGGED, MERGE_DELAY.toSeconds()).retryAfter(RETRY_AFTER);
    }
}
