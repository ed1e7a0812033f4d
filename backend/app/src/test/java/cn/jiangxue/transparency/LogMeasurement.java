package cn.jiangxue.transparency;

import cn.jiangxue.local.mongo.DocumentStore;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.KeyFolder;
import cn.jiangxue.platform.PlatformConfiguration;
import cn.jiangxue.proof.Hash;
import cn.jiangxue.proof.Proofs;
import com.mongodb.reactivestreams.client.MongoClients;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;

/** Prints how fast a log takes leaves and how long a proof takes at its end. Argument: how many leaves. No test; run it by hand. */
final class LogMeasurement {

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int PROOFS = 5_000;

    private LogMeasurement() {}

    public static void main(String[] args) throws Exception {
        int leaves = Integer.parseInt(args[0]);
        Path folder = Files.createTempDirectory("log-measurement");
        try (DocumentStore store = DocumentStore.open(folder.resolve("store"), 0);
                var client = MongoClients.create(PlatformConfiguration.clientSettings(store.uri()))) {
            var database = client.getDatabase("measured");
            var documents = new DocumentsFactory(database);
            Flux.fromIterable(LeafQueue.indexes(Kept.LOG))
                    .concatMap(index ->
                            database.getCollection(index.collection()).createIndex(index.keys(), index.options()))
                    .blockLast(PATIENCE);
            HeadSigner signer = new HeadSigner(new KeyFolder(folder.resolve("keys")), LogFixture.ADDRESS, Kept.LOG);
            OpenLog log = TransparencyConfiguration.open(
                    new Kept(false), documents, signer, folder.resolve("tree-heads"), Clock.systemUTC());
            append(log, new LeafQueue(documents, Kept.LOG, Clock.systemUTC()), leaves);
            prove(log, leaves);
        }
    }

    private static void append(OpenLog log, LeafQueue queue, int leaves) {
        long began = System.nanoTime();
        long offering = 0;
        for (int from = 0; from < leaves; from += 10_000) {
            int begin = from;
            long before = System.nanoTime();
            Flux.range(0, 40)
                    .concatMap(part -> queue.offer(IntStream.range(begin + part * 250, begin + part * 250 + 250)
                            .mapToObj(number -> Kept.note(number).newLeaf())
                            .toList()))
                    .blockLast(PATIENCE);
            offering += System.nanoTime() - before;
            log.sequencer().round().block(PATIENCE);
        }
        long took = System.nanoTime() - began;
        System.out.printf(
                "%d leaves: handing over %.0f/s, sequencing %.0f/s, both one after the other %.0f/s%n",
                leaves, rate(leaves, offering), rate(leaves, took - offering), rate(leaves, took));
    }

    private static double rate(int leaves, long nanos) {
        return leaves * 1e9 / nanos;
    }

    /** Turn by turn with reads of one document by its key, which show what the machine has to spare. */
    private static void prove(OpenLog log, int leaves) {
        TransparencyLogs logs = new TransparencyLogs(List.of(log));
        Random random = new Random(1);
        long[] proofs = new long[PROOFS];
        long[] reads = new long[PROOFS];
        for (int n = -1_000; n < PROOFS; n++) {
            int turn = Math.max(n, 0);
            Hash leaf = Kept.note(random.nextInt(leaves)).leaf();
            long before = System.nanoTime();
            var proof = logs.inclusion(Kept.LOG, leaf, null).block(PATIENCE);
            long proved = System.nanoTime();
            log.store().head(proof.head().size()).block(PATIENCE);
            reads[turn] = System.nanoTime() - proved;
            proofs[turn] = proved - before;
            if (!Proofs.includes(
                    Hash.ofHex(proof.head().rootHash()),
                    proof.head().size(),
                    proof.index(),
                    leaf,
                    proof.path().stream().map(Hash::ofHex).toList())) {
                throw new IllegalStateException("a proof does not hold: " + leaf);
            }
        }
        print("inclusion at " + leaves + " leaves", proofs);
        print("one document by its key", reads);
    }

    private static void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                "%s: p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms%n",
                what, nanos[PROOFS / 2] / 1e6, nanos[PROOFS * 99 / 100] / 1e6, nanos[PROOFS * 999 / 1000] / 1e6);
    }
}
