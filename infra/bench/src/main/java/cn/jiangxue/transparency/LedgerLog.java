package cn.jiangxue.transparency;

import cn.jiangxue.bench.Emptied;
import com.mongodb.reactivestreams.client.MongoDatabase;
import reactor.core.publisher.Mono;

/** The ledger's own log, which goes on behind its postings. */
public final class LedgerLog {

    private LedgerLog() {}

    /** Completes when every leaf that was handed over has its place, under a signed head. */
    public static Mono<Void> caughtUp(MongoDatabase database) {
        return Emptied.of(database, LeafQueue.parcels("ledger"));
    }
}
