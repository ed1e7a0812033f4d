package cn.jiangxue.transparency;

import cn.jiangxue.bench.Measured;
import cn.jiangxue.bench.Size;
import cn.jiangxue.bench.Stores;
import cn.jiangxue.bench.Subject;
import cn.jiangxue.contract.TransparencyApi.InclusionProof;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.PlatformConfiguration;
import cn.jiangxue.proof.Hash;
import cn.jiangxue.proof.Proofs;
import cn.jiangxue.proof.RightEdge;
import cn.jiangxue.proof.SignedNote;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.bson.BsonDocument;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How long a proof of inclusion takes in a log of a million leaves. Each proof is checked. */
public final class ProofMeasurement {

    private static final double GOAL_MILLIS = 5;
    private static final int P99 = 99;
    /** A leaf with its indexes takes some 300 bytes of the local store's heap, which has 256 MiB on one machine. */
    private static final int STORE_HEAP_MB = 1_536;

    /** Whole tiles, so that each is written once. */
    private static final int GROUP = 16_384;

    private static final int INSERTED_AT_ONCE = 2_048;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

    private final Documents<LeafDocument> leaves;
    private final Documents<LogState> states;
    private final OpenLog log;
    private final LeafQueue queue;
    private final int count;

    private ProofMeasurement(MongoDatabase database, Stores stores, int count) {
        var documents = new DocumentsFactory(database);
        this.leaves = documents.of(LeafQueue.collection(BenchLog.NAME), LeafDocument.class);
        this.states = documents.of("logs", LogState.class);
        this.log = BenchLog.open(database, stores.folder());
        this.queue = new LeafQueue(documents, BenchLog.NAME, Clock.systemUTC());
        this.count = count;
    }

    public static Measured of(Subject subject, Size size) {
        try (Stores stores = Stores.documents(STORE_HEAP_MB);
                var client = MongoClients.create(PlatformConfiguration.clientSettings(stores.documentsUri()))) {
            var measurement = new ProofMeasurement(client.getDatabase("proofs"), stores, size.leaves());
            long began = System.nanoTime();
            measurement.plant();
            return measurement.prove((System.nanoTime() - began) / 1e9, Math.max(200, size.searches() * 4));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * All but the last group as documents that stand as the sequencer leaves them, made by its own {@link RightEdge} and {@link HeadSigner}: through its batches of
     * 1,024, each leaf written twice, a million would take minutes. The last ones go through the sequencer itself, which first holds what it finds against the head.
     */
    private void plant() {
        int last = Math.min(Sequencer.BATCH, count / 2);
        int planted = count - last;
        RightEdge edge = RightEdge.of(0, id -> {
            throw new IllegalStateException("an empty tree has no tiles");
        });
        for (int from = 0; from < planted; from += GROUP) {
            int to = Math.min(planted, from + GROUP);
            insert(from, to);
            List<Hash> hashes =
                    LongStream.range(from, to).mapToObj(BenchLog::hash).toList();
            log.store().putTiles(edge.append(hashes)).block(PATIENCE);
        }
        SignedNote head = log.signer().sign(planted, edge.frontier().root());
        log.store()
                .putHead(new HeadDocument(planted, HeadDocument.SCHEMA, head.written()))
                .then(states.insert(state(planted, edge)))
                .then(queue.offer(LongStream.range(planted, count)
                        .mapToObj(BenchLog::leaf)
                        .toList()))
                .then(log.sequencer().round())
                .block(PATIENCE);
    }

    private static LogState state(int size, RightEdge edge) {
        List<Binary> peaks = edge.frontier().peaks().stream()
                .map(peak -> new Binary(peak.bytes()))
                .toList();
        return new LogState(BenchLog.NAME, LogState.SCHEMA, 0, 0, true, size, peaks, List.of(), null, null);
    }

    private void insert(int from, int to) {
        Flux.fromStream(LongStream.range(from, to).mapToObj(this::placed))
                .buffer(INSERTED_AT_ONCE)
                .flatMap(some -> Mono.from(leaves.raw().insertMany(some, UNORDERED)), 2)
                .blockLast(PATIENCE);
    }

    private BsonDocument placed(long number) {
        NewLeaf leaf = BenchLog.leaf(number);
        return leaves.write(new LeafDocument(
                leaf.id(), LeafDocument.SCHEMA, new Binary(leaf.hash().bytes()), number));
    }

    /** Turn by turn with reads of one document by its key, which show what the machine has to spare. */
    private Measured prove(double plantedSeconds, int proofs) {
        TransparencyLogs logs = new TransparencyLogs(List.of(log));
        Random random = new Random(1);
        Histogram proved = new Histogram(3);
        Histogram read = new Histogram(3);
        for (int turn = -proofs; turn < proofs; turn++) {
            long number = random.nextInt(count);
            long began = System.nanoTime();
            var proof =
                    logs.inclusion(BenchLog.NAME, BenchLog.hash(number), null).block(PATIENCE);
            long between = System.nanoTime();
            log.store().head(count).block(PATIENCE);
            long ended = System.nanoTime();
            check(number, proof);
            if (turn >= 0) {
                proved.recordValue(between - began);
                read.recordValue(ended - between);
            }
        }
        double p99 = millis(proved, P99);
        return new Measured(text(plantedSeconds, proofs, proved, read), p99 <= GOAL_MILLIS);
    }

    private String text(double plantedSeconds, int proofs, Histogram proved, Histogram read) {
        return String.format(
                Locale.ROOT,
                """

                Proof of inclusion
                  ours      %,d leaves, the first by the sequencer's own tiles and heads in %.0f s, the last %,d appended by the sequencer
                  equal     %,d proofs of leaves by chance, one after the other, each checked against the signed head; in turn with one document read by its key
                  ours      p50 %.2f ms, p99 %.2f ms; goal %.0f ms at p99: %s
                  one read  p50 %.2f ms, p99 %.2f ms
                """,
                count,
                plantedSeconds,
                Math.min(Sequencer.BATCH, count / 2),
                proofs,
                millis(proved, 50),
                millis(proved, P99),
                GOAL_MILLIS,
                millis(proved, P99) <= GOAL_MILLIS ? "met" : "MISSED",
                millis(read, 50),
                millis(read, P99));
    }

    private void check(long number, @Nullable InclusionProof proof) {
        InclusionProof found = Objects.requireNonNull(proof);
        boolean holds = found.head().size() == count
                && found.index() == number
                && Proofs.includes(
                        Hash.ofHex(found.head().rootHash()),
                        count,
                        number,
                        BenchLog.hash(number),
                        found.path().stream().map(Hash::ofHex).toList());
        if (!holds) {
            throw new IllegalStateException("a proof does not hold: " + number);
        }
    }

    private static double millis(Histogram nanos, int percentile) {
        return nanos.getValueAtPercentile(percentile) / 1e6;
    }
}
