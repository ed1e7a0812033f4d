package cn.jiangxue.transparency;

import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.transparency.LogState.PendingLeaf;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.types.Binary;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where a feature hands leaves to a log, at least once each; a leaf that was handed over before keeps its place. */
public final class LeafQueue {

    private static final HexFormat HEX = HexFormat.of();

    private final Documents<LeafParcel> parcels;
    private final Clock clock;
    private final String node = HEX.toHexDigits(new SecureRandom().nextLong());
    private final AtomicInteger count = new AtomicInteger();

    public LeafQueue(DocumentsFactory documents, String log, Clock clock) {
        this.parcels = documents.of(parcels(log), LeafParcel.class);
        this.clock = clock;
    }

    /** Those that wait. */
    static String parcels(String log) {
        return "log_" + log + "_parcels";
    }

    /** Those that have their places. */
    static String collection(String log) {
        return "log_" + log + "_leaves";
    }

    /** What a log rests on: each place once, the look-up by hash, and what an earlier release left waiting, in order. */
    public static List<CollectionIndex> indexes(String log) {
        return List.of(
                new CollectionIndex(
                        collection(log), Indexes.ascending(EarlierLeaves.TURN), new IndexOptions().sparse(true)),
                CollectionIndex.unique(collection(log), Indexes.ascending("place")),
                new CollectionIndex(collection(log), Indexes.ascending("hash")));
    }

    /** Durable when it completes. */
    public Mono<Void> offer(List<NewLeaf> offered) {
        return Flux.fromIterable(offered)
                .map(leaf -> new PendingLeaf(leaf.id(), new Binary(leaf.hash().bytes())))
                .buffer(LeafParcel.MOST)
                .map(leaves -> new LeafParcel(nextTurn(), LeafParcel.SCHEMA, leaves))
                .collectList()
                .flatMap(parcels::insertMissing);
    }

    private String nextTurn() {
        return HEX.toHexDigits(clock.millis()) + HEX.toHexDigits(count.getAndIncrement()) + node;
    }
}
