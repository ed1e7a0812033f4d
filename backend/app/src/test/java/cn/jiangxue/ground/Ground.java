package cn.jiangxue.ground;

import cn.jiangxue.local.mongo.DocumentStore;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.OutboxSource;
import cn.jiangxue.platform.PlatformConfiguration;
import cn.jiangxue.platform.Subscription;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a feature stands on, over a real store: the one in {@code MONGO_TEST_URI} when set, else one of its own in this process. The clock stands still until it is
 * told to move.
 */
public final class Ground implements AutoCloseable {

    private final @Nullable DocumentStore store;
    private final MongoClient client;
    public final MongoDatabase database;
    public final DocumentsFactory documents;
    public final Events events;
    public final TestClock clock = new TestClock();
    public final CivilTime time = new CivilTime(clock, ZoneId.of("Asia/Shanghai"));
    private @Nullable Outbox running;

    public Ground() {
        this(System.getenv("MONGO_TEST_URI") == null ? DocumentStore.temporary() : null);
    }

    private Ground(@Nullable DocumentStore store) {
        this(store, store == null ? System.getenv("MONGO_TEST_URI") : store.uri());
    }

    /** Over a store of the test's, reached through a proxy that can cut the connection. */
    public static Ground through(CuttingProxy proxy) {
        return new Ground(null, proxy.uri());
    }

    private Ground(@Nullable DocumentStore store, String uri) {
        this.store = store;
        client = MongoClients.create(PlatformConfiguration.clientSettings(uri));
        database = client.getDatabase("test_" + UUID.randomUUID().toString().replace("-", ""));
        documents = new DocumentsFactory(database);
        events = new Events(database.getCodecRegistry(), clock);
    }

    /** An outbox that delivers nothing until it is started. */
    public Outbox outbox(List<OutboxSource> sources, List<Subscription<?>> subscriptions) {
        return new Outbox(database, events, clock, sources, subscriptions);
    }

    /** Starts delivering; ends with the ground. */
    public void run(Outbox outbox) {
        running = outbox;
        outbox.start();
    }

    public void make(CollectionIndex... indexes) {
        Flux.fromArray(indexes)
                .concatMap(
                        index -> database.getCollection(index.collection()).createIndex(index.keys(), index.options()))
                .then()
                .block(Duration.ofSeconds(30));
    }

    @Override
    public void close() throws Exception {
        if (running != null) {
            running.stop();
        }
        Mono.from(database.drop()).block(Duration.ofSeconds(30));
        client.close();
        if (store != null) {
            store.close();
        }
    }

    /** A clock that is set by the test. */
    public static final class TestClock extends Clock {

        private volatile Instant now = Instant.parse("2026-11-20T04:00:00Z");

        public void set(Instant instant) {
            now = instant;
        }

        public void advanceSeconds(long seconds) {
            now = now.plusSeconds(seconds);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
