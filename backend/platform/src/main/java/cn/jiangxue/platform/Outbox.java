package cn.jiangxue.platform;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.size;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import org.bson.codecs.configuration.CodecRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Delivers the events that documents hold, at least once, in the order in which one document tells them. Woken after a write in this process, sweeping otherwise, so
 * that what another node or an earlier life left behind is delivered too. A document is leased while its events are told: its {@code outboxAt} moves into the future,
 * and back when the node that took it dies.
 */
public final class Outbox implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration MOST_STOP_TIME = Duration.ofSeconds(5);
    private static final int BATCH = 64;
    private static final int AT_ONCE = 16;

    private final MongoDatabase database;
    private final CodecRegistry codecs;
    private final Events events;
    private final Clock clock;
    private final List<OutboxSource> sources;
    private final Supplier<List<Subscription<?>>> subscriptions;
    private Map<String, List<Subscription<?>>> subscribers = Map.of();
    private final Map<String, Sinks.Many<Integer>> wakes = new ConcurrentHashMap<>();
    private Sinks.Empty<Void> stopping = Sinks.empty();
    private Mono<Void> ended = Mono.empty();
    private Disposable running = Disposables.disposed();
    private volatile boolean started;

    public Outbox(
            MongoDatabase database,
            Events events,
            Clock clock,
            List<OutboxSource> sources,
            List<Subscription<?>> subscriptions) {
        this(database, events, clock, sources, () -> subscriptions);
    }

    /** {@code subscriptions} is asked at the start only, so that a subscriber may itself use what wakes this outbox. */
    public Outbox(
            MongoDatabase database,
            Events events,
            Clock clock,
            List<OutboxSource> sources,
            Supplier<List<Subscription<?>>> subscriptions) {
        this.database = database;
        this.codecs = database.getCodecRegistry();
        this.events = events;
        this.clock = clock;
        this.sources = List.copyOf(sources);
        this.subscriptions = subscriptions;
    }

    /** Says that a document of this collection has something to tell; cheap, never blocks. */
    public void wake(String collection) {
        var sink = wakes.get(collection);
        if (sink != null) {
            sink.tryEmitNext(1);
        }
    }

    /** Says that some document has something to tell. */
    public void wake() {
        wakes.values().forEach(sink -> sink.tryEmitNext(1));
    }

    @Override
    public void start() {
        subscribers = subscriptions.get().stream()
                .collect(Collectors.groupingBy(
                        subscription -> Events.typeOf(subscription.event()).value()));
        started = true;
        stopping = Sinks.empty();
        Sinks.Empty<Void> end = Sinks.empty();
        ended = end.asMono();
        running = Flux.fromIterable(sources)
                .flatMap(source -> relay(source.collection()), Integer.MAX_VALUE)
                .doFinally(how -> end.tryEmitEmpty())
                .subscribe();
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    /** Begins nothing more and lets what is being told come to its end, for five seconds at most. */
    @Override
    public void stop(Runnable done) {
        started = false;
        stopping.tryEmitEmpty();
        ended.timeout(MOST_STOP_TIME, Mono.empty())
                .doFinally(how -> {
                    running.dispose();
                    done.run();
                })
                .subscribe();
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    private Mono<Void> relay(String name) {
        Sinks.Many<Integer> wake = Sinks.many().multicast().directBestEffort();
        wakes.put(name, wake);
        var collection = database.getCollection(name, BsonDocument.class);
        var index = Mono.from(collection.createIndex(Indexes.ascending("outboxAt"), new IndexOptions().sparse(true)))
                .then();
        return index.retryWhen(reactor.util.retry.Retry.fixedDelay(Long.MAX_VALUE, SWEEP))
                .takeUntilOther(stopping.asMono())
                .thenMany(Flux.merge(wake.asFlux(), Flux.interval(SWEEP).onBackpressureDrop())
                        .onBackpressureLatest()
                        .takeUntilOther(stopping.asMono())
                        .concatMap(tick -> drain(name, collection), 1))
                .then();
    }

    /** Tells everything that is due in the collection. */
    private Mono<Void> drain(String name, MongoCollection<BsonDocument> collection) {
        return Mono.defer(() -> sweep(collection))
                .repeat(() -> started)
                .takeUntil(found -> found < BATCH)
                .then()
                .onErrorResume(failure -> {
                    LOG.warn("the outbox of {} rests: {}", name, failure.toString());
                    return Mono.empty();
                });
    }

    private Mono<Long> sweep(MongoCollection<BsonDocument> collection) {
        return Flux.from(collection
                        .find(lte("outboxAt", clock.instant()))
                        .sort(Sorts.ascending("outboxAt"))
                        .limit(BATCH))
                .collectList()
                .flatMap(due -> Flux.fromIterable(due)
                        .flatMap(document -> tell(collection, document).thenReturn(1), AT_ONCE)
                        .count());
    }

    private Mono<Void> tell(MongoCollection<BsonDocument> collection, BsonDocument seen) {
        BsonValue id = idOf(seen);
        Instant leasedUntil = clock.instant().plus(LEASE);
        return Mono.from(collection.findOneAndUpdate(
                        and(eq("_id", id), eq("outboxAt", seen.get("outboxAt"))),
                        Updates.set("outboxAt", leasedUntil),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .flatMap(leased -> deliverAll(leased)
                        .then(Mono.defer(() -> settle(collection, leased)))
                        .onErrorResume(failure -> postpone(collection, leased, failure)));
    }

    private Mono<Void> deliverAll(BsonDocument leased) {
        return Flux.fromIterable(eventsOf(leased))
                .concatMap(event -> Flux.fromIterable(subscribers.getOrDefault(event.type(), List.of()))
                        .concatMap(subscription -> subscription.deliver(events, event))
                        .then())
                .then();
    }

    private List<StoredEvent> eventsOf(BsonDocument document) {
        var codec = codecs.get(StoredEvent.class);
        return document.getArray("outbox", new BsonArray()).stream()
                .map(value -> codec.decode(
                        new org.bson.BsonDocumentReader(value.asDocument()),
                        org.bson.codecs.DecoderContext.builder().build()))
                .toList();
    }

    /** Forgets what was told; when more was added meanwhile, that stays and is due at once. */
    private Mono<Void> settle(MongoCollection<BsonDocument> collection, BsonDocument leased) {
        BsonValue id = idOf(leased);
        List<StoredEvent> told = eventsOf(leased);
        if (told.isEmpty()) {
            return unsetWhenEmpty(collection, id);
        }
        var unchanged = and(
                eq("_id", id),
                size("outbox", told.size()),
                eq("outbox." + (told.size() - 1) + ".id", told.getLast().id()));
        var clear = Updates.combine(
                Updates.set("outbox", List.of()), Updates.unset("outboxAt"), Updates.unset("outboxTries"));
        return Mono.from(collection.updateOne(unchanged, clear))
                .filter(result -> result.getMatchedCount() == 0)
                .flatMap(grown -> Mono.from(collection.updateOne(
                        eq("_id", id),
                        Updates.combine(
                                Updates.pull(
                                        "outbox",
                                        com.mongodb.client.model.Filters.in(
                                                "id",
                                                told.stream()
                                                        .map(StoredEvent::id)
                                                        .toList())),
                                Updates.set("outboxAt", clock.instant())))))
                .then();
    }

    private static BsonValue idOf(BsonDocument document) {
        return Objects.requireNonNull(document.get("_id"), "every stored document has an id");
    }

    private static Mono<Void> unsetWhenEmpty(MongoCollection<BsonDocument> collection, BsonValue id) {
        return Mono.from(collection.updateOne(and(eq("_id", id), size("outbox", 0)), Updates.unset("outboxAt")))
                .then();
    }

    private Mono<Void> postpone(MongoCollection<BsonDocument> collection, BsonDocument leased, Throwable failure) {
        int tries = leased.getInt32("outboxTries", new BsonInt32(0)).getValue() + 1;
        Duration wait = Duration.ofSeconds(Math.min(LONGEST_WAIT.toSeconds(), 1L << Math.min(tries, 16)));
        LOG.warn(
                "telling the events of {} {} failed, try {}, again in {} s: {}",
                collection.getNamespace().getCollectionName(),
                leased.get("_id"),
                tries,
                wait.toSeconds(),
                failure.toString());
        LOG.debug("why telling failed", failure);
        return Mono.from(collection.updateOne(
                        eq("_id", idOf(leased)),
                        Updates.combine(
                                Updates.set("outboxAt", clock.instant().plus(wait)),
                                Updates.set("outboxTries", tries))))
                .then();
    }
}
