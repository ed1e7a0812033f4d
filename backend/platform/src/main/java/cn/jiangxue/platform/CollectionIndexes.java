package cn.jiangxue.platform;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Makes the declared indexes, trying until the store answers. Until all exist the service is alive but not ready. */
final class CollectionIndexes implements SmartLifecycle, ReactiveHealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(CollectionIndexes.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final MongoDatabase database;
    private final List<CollectionIndex> indexes;
    private Disposable making = Disposables.disposed();
    private volatile boolean made;

    CollectionIndexes(MongoDatabase database, List<CollectionIndex> indexes) {
        this.database = database;
        this.indexes = List.copyOf(indexes);
    }

    @Override
    public void start() {
        making = Flux.fromIterable(indexes)
                .concatMap(this::make)
                .then()
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE)
                        .doBeforeRetry(signal -> LOG.warn(
                                "indexes cannot be made yet: {}",
                                signal.failure().toString())))
                .subscribe(nothing -> {}, failure -> LOG.error("no indexes", failure), () -> made = true);
    }

    private Mono<String> make(CollectionIndex index) {
        return Mono.from(database.getCollection(index.collection()).createIndex(index.keys(), index.options()));
    }

    @Override
    public void stop() {
        making.dispose();
    }

    @Override
    public boolean isRunning() {
        return !making.isDisposed() || made;
    }

    /** First up: the outbox and the web server start after it. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Override
    public Mono<Health> health() {
        return Mono.fromSupplier(() -> (made ? Health.up() : Health.outOfService()).build());
    }
}
