package cn.jiangxue.transparency;

import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.types.Binary;
import reactor.core.publisher.Mono;

/** Where a feature hands leaves to a log, at least once each; a leaf that was handed over before stays as it is. */
public final class LeafQueue {

    private static final HexFormat HEX = HexFormat.of();

    private final Documents<LeafDocument> leaves;
    private final Clock clock;
    private final AtomicInteger count = new AtomicInteger();

    public LeafQueue(DocumentsFactory documents, String log, Clock clock) {
        this.leaves = documents.of(collection(log), LeafDocument.class);
        this.clock = clock;
    }

    static String collection(String log) {
        return "log_" + log + "_leaves";
    }

    /** What a log rests on: its waiting leaves in order, each place once, and the look-up by hash. */
    public static List<CollectionIndex> indexes(String log) {
        return List.of(
                new CollectionIndex(collection(log), Indexes.ascending("waiting"), new IndexOptions().sparse(true)),
                CollectionIndex.unique(collection(log), Indexes.ascending("place")),
                new CollectionIndex(collection(log), Indexes.ascending("hash")));
    }

    /** Durable when it completes. */
    public Mono<Void> offer(List<NewLeaf> offered) {
        return leaves.insertMissing(offered.stream()
                .map(leaf -> new LeafDocument(
                        leaf.id(), LeafDocument.SCHEMA, new Binary(leaf.hash().bytes()), nextTurn(), null))
                .toList());
    }

    private String nextTurn() {
        return HEX.toHexDigits(clock.millis()) + HEX.toHexDigits(count.getAndIncrement());
    }
}
