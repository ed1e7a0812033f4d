package cn.jiangxue.local.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("fault")
class KillTest {

    private static final int KILLS = 10;
    private static final int WRITERS = 50;

    @TempDir
    Path folder;

    /** What one writer was told, and what it was in the middle of. */
    private static final class Writer {

        private final int number;
        private final Map<String, Document> acknowledged = new HashMap<>();
        private final Set<String> deleted = new HashSet<>();
        private String inFlight = "";
        private int counter;
        private int writes;

        Writer(int number) {
            this.number = number;
        }

        void run(MongoCollection<Document> rows, MongoCollection<Document> counters, int round) {
            try {
                for (int n = 0; ; n++) {
                    step(rows, counters, round + "-" + number + "-" + n, round + "-" + number + "-" + (n - 2), n);
                }
            } catch (MongoException | IllegalStateException e) {
                // the store was killed, the client closed
            }
        }

        private void step(
                MongoCollection<Document> rows, MongoCollection<Document> counters, String id, String older, int n) {
            inFlight = id;
            Document row = new Document("_id", id)
                    .append("k", "u" + id)
                    .append("writer", number)
                    .append("n", n)
                    .append("text", "x".repeat(200));
            rows.insertOne(row);
            acknowledged.put(id, row);
            inFlight = older;
            if (n % 5 == 4) {
                rows.deleteOne(eq("_id", older));
                acknowledged.remove(older);
                deleted.add("u" + older);
            } else if (n % 5 == 3) {
                rows.updateOne(eq("_id", older), set("k", "v" + older));
                acknowledged.get(older).put("k", "v" + older);
            }
            inFlight = "";
            counter = counters.findOneAndUpdate(
                            eq("_id", number),
                            inc("n", 1),
                            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER))
                    .getInteger("n");
            writes += 3;
        }
    }

    @Test
    void nothing_acknowledged_is_lost_in_ten_kills_and_every_row_is_reached_by_every_key() throws Exception {
        long seed = 20261120;
        Random random = new Random(seed);
        Path file = folder.resolve("store");
        List<Writer> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(new Writer(i));
        }
        for (int round = 0; round < KILLS; round++) {
            Child child = Child.start(file);
            try (MongoClient client = MongoClients.create(child.uri())) {
                check(client, writers);
                Thread killer = killAfter(child, client, 600 + random.nextInt(1500));
                write(client, writers, round);
                killer.join();
            }
        }
        Child child = Child.start(file);
        try (MongoClient client = MongoClients.create(child.uri())) {
            check(client, writers);
            checkKeys(client, writers);
        }
        assertThat(child.terminate()).isEqualTo(143);
        System.out.println("kill -9 ten times: "
                + writers.stream().mapToInt(w -> w.writes).sum() + " acknowledged writes, none lost; seed " + seed);
    }

    /** Closes the client too, so that no writer waits for a store that is gone. */
    private static Thread killAfter(Child child, MongoClient client, int millis) {
        return Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(millis);
                child.kill();
                client.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void write(MongoClient client, List<Writer> writers, int round) throws InterruptedException {
        MongoCollection<Document> rows = client.getDatabase("kill").getCollection("rows");
        MongoCollection<Document> counters = client.getDatabase("kill").getCollection("counters");
        if (round == 0) {
            rows.createIndex(Indexes.ascending("k"), new IndexOptions().unique(true));
            rows.createIndex(Indexes.compoundIndex(Indexes.ascending("writer"), Indexes.descending("n")));
            rows.createIndex(
                    Indexes.ascending("optional"),
                    new IndexOptions().unique(true).sparse(true));
        }
        List<Thread> threads = new ArrayList<>();
        for (Writer writer : writers) {
            threads.add(Thread.ofVirtual().start(() -> writer.run(rows, counters, round)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Every row is exactly as its writer was told; only what was under way may be either way. */
    private static void check(MongoClient client, List<Writer> writers) {
        MongoCollection<Document> rows = client.getDatabase("kill").getCollection("rows");
        MongoCollection<Document> counters = client.getDatabase("kill").getCollection("counters");
        Map<String, Document> found = new HashMap<>();
        rows.find().forEach(d -> assertThat(found.put(d.getString("_id"), d)).isNull());
        Set<String> known = new HashSet<>();
        for (Writer writer : writers) {
            String open = writer.inFlight;
            Document now = found.get(open);
            if (!open.isEmpty()) {
                writer.acknowledged.remove(open);
                if (now != null) {
                    writer.acknowledged.put(open, now);
                }
            }
            writer.inFlight = "";
            writer.acknowledged.forEach((id, row) -> assertThat(found.get(id)).isEqualTo(row));
            known.addAll(writer.acknowledged.keySet());
            Document counter = counters.find(eq("_id", writer.number)).first();
            int counted = counter == null ? 0 : counter.getInteger("n");
            assertThat(counted).isBetween(writer.counter, writer.counter + 1);
            writer.counter = counted;
        }
        assertThat(found.keySet()).isEqualTo(known);
    }

    private static void checkKeys(MongoClient client, List<Writer> writers) {
        MongoCollection<Document> rows = client.getDatabase("kill").getCollection("rows");
        assertThat(rows.listIndexes()).hasSize(4);
        int probes = 0;
        for (Writer writer : writers) {
            List<Document> byWriter = rows.find(eq("writer", writer.number))
                    .sort(Sorts.descending("n"))
                    .into(new ArrayList<>());
            assertThat(byWriter).containsExactlyInAnyOrderElementsOf(writer.acknowledged.values());
            for (Document row : writer.acknowledged.values()) {
                assertThat(rows.find(eq("k", row.get("k"))).first()).isEqualTo(row);
                if (probes++ % 50 == 0) {
                    assertThatThrownBy(() -> rows.insertOne(new Document("k", row.get("k"))))
                            .hasMessageContaining("E11000");
                    assertThat(rows.find(and(eq("_id", row.get("_id")), eq("n", row.get("n"))))
                                    .first())
                            .isEqualTo(row);
                }
            }
            writer.deleted.stream().limit(10).forEach(k -> {
                rows.insertOne(new Document("_id", "free" + k).append("k", k));
                rows.deleteOne(eq("k", k));
            });
        }
    }

    @Test
    void the_child_ends_when_its_parent_goes_and_when_it_is_asked_to() throws Exception {
        Child abandoned = Child.start(folder.resolve("a"));
        assertThat(abandoned.abandon()).isZero();
        Child asked = Child.start(folder.resolve("a"));
        assertThat(asked.terminate()).isEqualTo(143);
    }

    @Test
    void a_second_process_on_the_same_data_is_refused() throws Exception {
        try (var store = DocumentStore.open(folder.resolve("one"), 0)) {
            assertThatThrownBy(() -> Child.start(folder.resolve("one"))).hasMessageContaining("said null");
            assertThatThrownBy(() -> DocumentStore.open(folder.resolve("one"), 0))
                    .hasMessageContaining("in use");
            assertThatThrownBy(() -> DocumentStore.open(folder.resolve("two"), store.port()))
                    .hasMessageContaining("cannot listen on 127.0.0.1:" + store.port());
        }
    }

    @Test
    void an_interrupted_last_write_is_cut_off_and_damage_elsewhere_is_reported() throws Exception {
        Path file = folder.resolve("torn");
        Path segment = folder.resolve("torn.0000000000");
        try (var store = DocumentStore.open(file, 0);
                var client = MongoClients.create(store.uri())) {
            var c = client.getDatabase("t").getCollection("c");
            c.insertOne(new Document("_id", 1));
            c.insertOne(new Document("_id", 2));
        }
        byte[] whole = Files.readAllBytes(segment);
        Files.write(segment, java.util.Arrays.copyOf(whole, whole.length - 3));
        try (var store = DocumentStore.open(file, 0);
                var client = MongoClients.create(store.uri())) {
            var c = client.getDatabase("t").getCollection("c");
            assertThat(c.find().into(new ArrayList<>())).containsExactly(new Document("_id", 1));
            c.insertOne(new Document("_id", 3));
        }
        byte[] damaged = Files.readAllBytes(segment);
        damaged[damaged.length / 2] ^= 1;
        Files.write(segment, damaged);
        Files.copy(segment, folder.resolve("torn.0000000001"));
        assertThatThrownBy(() -> DocumentStore.open(file, 0)).hasMessageContaining("is damaged at byte");
    }

    @Test
    void the_log_stays_bounded_under_updates_and_no_update_waits_long() throws Exception {
        int size = 4000;
        try (var store = DocumentStore.open(folder.resolve("grow"), 0);
                var client = MongoClients.create(store.uri() + "&maxPoolSize=60")) {
            var c = client.getDatabase("grow").getCollection("rows");
            c.createIndex(Indexes.ascending("v"));
            List<Document> rows = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                rows.add(new Document("_id", i).append("v", 0).append("bytes", new Binary(new byte[4000])));
            }
            c.insertMany(rows);
            long most = 0;
            long[] slowest = new long[8];
            for (int round = 0; round < 10; round++) {
                List<Thread> threads = new ArrayList<>();
                for (int t = 0; t < slowest.length; t++) {
                    int thread = t;
                    threads.add(Thread.ofVirtual().start(() -> {
                        for (int i = thread; i < size; i += slowest.length) {
                            long start = System.nanoTime();
                            c.updateOne(eq("_id", i), inc("v", 1), new UpdateOptions());
                            slowest[thread] = Math.max(slowest[thread], System.nanoTime() - start);
                        }
                    }));
                }
                for (Thread thread : threads) {
                    thread.join();
                }
                most = Math.max(most, store.bytesOnDisk());
            }
            long live = size * 4100L;
            long worst = java.util.Arrays.stream(slowest).max().orElseThrow() / 1_000_000;
            System.out.println("40,000 updates of 4 kB over " + live / 1_000_000 + " MB of rows: at most "
                    + most / 1_000_000 + " MB on disk, slowest update " + worst + " ms");
            assertThat(most).isLessThan(2 * live + 32_000_000 + 3 * 17_000_000);
            assertThat(c.countDocuments(eq("v", 10))).isEqualTo(size);
        }
        try (var store = DocumentStore.open(folder.resolve("grow"), 0);
                var client = MongoClients.create(store.uri())) {
            var c = client.getDatabase("grow").getCollection("rows");
            assertThat(c.countDocuments(eq("v", 10))).isEqualTo(size);
            assertThat(c.countDocuments()).isEqualTo(size);
            assertThat(c.listIndexes()).hasSize(2);
        }
    }
}
