package cn.jiangxue.bench;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Waits for what goes on behind: a collection of work that is left. */
public final class Emptied {

    private static final Duration LOOK = Duration.ofMillis(5);

    private Emptied() {}

    /** Completes when the collection holds nothing. */
    public static Mono<Void> of(MongoDatabase database, String collection) {
        return Mono.defer(() -> Mono.from(database.getCollection(collection).countDocuments()))
                .repeatWhen(again -> again.delayElements(LOOK))
                .takeUntil(left -> left == 0)
                .then();
    }
}
