package cn.jiangxue.platform;

import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bson.BsonDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Removes what has expired, every ten minutes and on every node: removing twice does no harm. The embedded store has no TTL indexes. */
final class ExpirySweep implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ExpirySweep.class);
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final MongoDatabase database;
    private final List<ExpiringCollection> collections;
    private final Clock clock;
    private Disposable sweeping = Disposables.disposed();

    ExpirySweep(MongoDatabase database, List<ExpiringCollection> collections, Clock clock) {
        this.database = database;
        this.collections = List.copyOf(collections);
        this.clock = clock;
    }

    @Override
    public void start() {
        sweeping = Flux.interval(Duration.ofSeconds(30), EVERY)
                .onBackpressureDrop()
                .concatMap(tick -> sweepAll(), 1)
                .subscribe();
    }

    Mono<Void> sweepAll() {
        return Flux.fromIterable(collections)
                .concatMap(one -> sweep(one.collection()))
                .onErrorResume(failure -> {
                    LOG.warn("expired documents stay for now: {}", failure.toString());
                    return Mono.empty();
                })
                .then();
    }

    private Mono<Void> sweep(String name) {
        var collection = database.getCollection(name, BsonDocument.class);
        return Mono.from(collection.createIndex(Indexes.ascending("expiresAt"), new IndexOptions().sparse(true)))
                .then(Mono.from(collection.deleteMany(lte("expiresAt", clock.instant()))))
                .then();
    }

    @Override
    public void stop() {
        sweeping.dispose();
    }

    @Override
    public boolean isRunning() {
        return !sweeping.isDisposed();
    }
}
