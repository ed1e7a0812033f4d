package cn.jiangxue.platform;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.local.mongo.DocumentStore;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class OutboxTest {

    @EventType("test.poured")
    record Poured(UUID furnace, int ladle) {}

    record Furnace(
            @BsonId UUID id,
            int schema,
            long revision,
            String name,
            List<StoredEvent> outbox,
            @Nullable Instant outboxAt) {}

    @TempDir
    Path folder;

    private DocumentStore store;
    private MongoClient client;
    private MongoDatabase database;
    private Documents<Furnace> furnaces;
    private Events events;
    private final Clock clock = Clock.systemUTC();

    @BeforeEach
    void open() throws Exception {
        store = DocumentStore.open(folder.resolve("documents.db"), 0);
        client = MongoClients.create(PlatformConfiguration.clientSettings(store.uri()));
        database = client.getDatabase("test");
        furnaces = new DocumentsFactory(database).of("furnaces", Furnace.class);
        events = new Events(database.getCodecRegistry(), clock);
    }

    @AfterEach
    void close() throws Exception {
        client.close();
        store.close();
    }

    @Test
    void a_record_comes_back_as_it_was_stored_and_a_taken_id_is_an_answer() {
        var furnace = new Furnace(UUID.randomUUID(), 1, 1, "一号炉", List.of(), null);

        assertThat(furnaces.insert(furnace).block()).isTrue();
        assertThat(furnaces.insert(furnace).block()).isFalse();
        assertThat(furnaces.find(furnace.id()).block()).isEqualTo(furnace);
        assertThat(furnaces.replace(furnace.id(), 2, furnace).block()).isFalse();
        assertThat(furnaces.replace(furnace.id(), 1, furnace).block()).isTrue();
    }

    @Test
    void stopping_lets_what_is_being_told_come_to_its_end() {
        var telling = new CountDownLatch(1);
        var slow = Subscription.to(Poured.class, "slow", (event, meta) -> {
            telling.countDown();
            return Mono.delay(Duration.ofMillis(300)).then();
        });
        var outbox = new Outbox(database, events, clock, List.of(new OutboxSource("furnaces")), List.of(slow));
        UUID id = UUID.randomUUID();
        outbox.start();
        furnaces.insert(new Furnace(id, 1, 1, "一号炉", List.of(events.store(new Poured(id, 1))), clock.instant()))
                .block();
        outbox.wake("furnaces");
        Awaitility.await().until(() -> telling.getCount() == 0);

        stopped(outbox);

        assertThat(furnaces.find(id).block().outbox()).isEmpty();
    }

    @Test
    void every_event_is_told_in_order_though_its_subscriber_fails_at_first() {
        var heard = new ConcurrentLinkedQueue<Integer>();
        var failures = new AtomicInteger(1);
        var outbox = outbox(Subscription.to(
                Poured.class,
                "ladles",
                (event, meta) -> failures.getAndDecrement() > 0
                        ? Mono.error(new IllegalStateException("first time fails"))
                        : Mono.fromRunnable(() -> heard.add(event.ladle()))));
        var id = UUID.randomUUID();
        outbox.start();

        furnaces.insert(new Furnace(id, 1, 1, "炉", stored(id, 1, 2, 3), clock.instant()))
                .block();
        outbox.wake("furnaces");
        settled(id);
        stopped(outbox);

        assertThat(heard).containsExactly(1, 2, 3);
    }

    @Test
    void an_event_added_while_others_are_told_is_not_forgotten() {
        var id = UUID.randomUUID();
        var heard = new ConcurrentLinkedQueue<Integer>();
        var outbox = outbox(Subscription.to(
                Poured.class, "ladles", (event, meta) -> add(id, event).doOnSuccess(x -> heard.add(event.ladle()))));
        outbox.start();

        furnaces.insert(new Furnace(id, 1, 1, "炉", stored(id, 1), clock.instant()))
                .block();
        outbox.wake("furnaces");
        settled(id);
        stopped(outbox);

        assertThat(heard).containsExactly(1, 10);
    }

    private Mono<Void> add(UUID id, Poured event) {
        return event.ladle() != 1
                ? Mono.empty()
                : furnaces.update(
                                eq("_id", id),
                                Updates.combine(
                                        Updates.push("outbox", events.store(new Poured(id, 10))),
                                        Updates.set("outboxAt", clock.instant())))
                        .then();
    }

    private Outbox outbox(Subscription<?> subscription) {
        return new Outbox(database, events, clock, List.of(new OutboxSource("furnaces")), List.of(subscription));
    }

    private List<StoredEvent> stored(UUID id, Integer... ladles) {
        return List.of(ladles).stream()
                .map(ladle -> events.store(new Poured(id, ladle)))
                .toList();
    }

    private void settled(UUID id) {
        Flux.interval(Duration.ofMillis(20))
                .onBackpressureDrop()
                .concatMap(tick -> furnaces.find(id))
                .filter(furnace -> furnace.outboxAt() == null)
                .next()
                .block(Duration.ofSeconds(20));
    }

    /** Waits for the end, so that nothing is under way when the store is closed. */
    private static void stopped(Outbox outbox) {
        var end = new CompletableFuture<Boolean>();
        outbox.stop(() -> end.complete(true));
        assertThat(end.orTimeout(10, TimeUnit.SECONDS).join()).isTrue();
    }
}
