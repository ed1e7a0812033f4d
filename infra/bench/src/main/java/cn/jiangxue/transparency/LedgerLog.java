package cn.jiangxue.transparency;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** The ledger's own log, which goes on behind its postings. */
public final class LedgerLog {

    private static final Duration LOOK = Duration.ofMillis(5);

    private LedgerLog() {}

    /** Completes when every leaf that was handed over has its place, under a signed head. */
    public static Mono<Void> caughtUp(MongoDatabase database) {
        var parcels = database.getCollection(LeafQueue.parcels("ledger"));
        return Mono.defer(() -> Mono.from(parcels.countDocuments()))
                .repeatWhen(again -> again.delayElements(LOOK))
                .takeUntil(waiting -> waiting == 0)
                .then();
    }
}
