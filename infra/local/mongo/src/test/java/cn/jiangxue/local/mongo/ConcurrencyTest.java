package cn.jiangxue.local.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Fifty clients at once; every answer is checked, not only the end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConcurrencyTest {

    private static final int CLIENTS = 50;
    private static final int DUPLICATE = 11000;

    private DocumentStore store;
    private MongoClient client;
    private MongoDatabase database;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    @BeforeAll
    void open() {
        store = DocumentStore.temporary();
        client = MongoClients.create(store.uri() + "&maxPoolSize=60");
        database = client.getDatabase("races");
    }

    @AfterAll
    void close() {
        executor.close();
        client.close();
        store.close();
    }

    /** Fifty clients share {@code times} calls; duplicate keys are a legal answer and give nothing. */
    private <T> List<T> race(int times, IntFunction<T> call) {
        AtomicInteger next = new AtomicInteger();
        ConcurrentLinkedQueue<T> results = new ConcurrentLinkedQueue<>();
        List<Callable<Void>> clients = IntStream.range(0, CLIENTS)
                .<Callable<Void>>mapToObj(c -> () -> {
                    for (int i = next.getAndIncrement(); i < times; i = next.getAndIncrement()) {
                        call(call, i, results);
                    }
                    return null;
                })
                .toList();
        try {
            for (Future<Void> done : executor.invokeAll(clients)) {
                done.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
        return new ArrayList<>(results);
    }

    private static <T> void call(IntFunction<T> call, int i, ConcurrentLinkedQueue<T> results) {
        try {
            T result = call.apply(i);
            if (result != null) {
                results.add(result);
            }
        } catch (MongoException e) {
            if (e.getCode() != DUPLICATE) {
                throw e;
            }
        }
    }

    private MongoCollection<Document> collection(String name, Document... rows) {
        MongoCollection<Document> collection = database.getCollection(name);
        if (rows.length > 0) {
            collection.insertMany(List.of(rows));
        }
        return collection;
    }

    @Test
    void no_increment_is_lost() {
        var c = collection("increments", new Document("_id", 1).append("n", 0));

        var acknowledged =
                race(5000, i -> c.updateOne(eq("_id", 1), inc("n", 1)).getModifiedCount());

        assertThat(acknowledged).hasSize(5000).containsOnly(1L);
        assertThat(c.find().first()).containsEntry("n", 5000);
    }

    @Test
    void a_guarded_balance_is_spent_exactly_once() {
        var c = collection("balance", new Document("_id", 1).append("balance", 1000));

        var spent = race(
                3000,
                i -> c.updateOne(and(eq("_id", 1), gte("balance", 1)), inc("balance", -1))
                        .getModifiedCount());

        assertThat(spent).filteredOn(n -> n == 1).hasSize(1000);
        assertThat(c.find().first()).containsEntry("balance", 0);
    }

    @Test
    void a_sequence_gives_every_number_once() {
        var c = collection("sequence", new Document("_id", 1).append("seq", 0));
        var after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

        var given = race(3000, i -> seq(c.findOneAndUpdate(eq("_id", 1), inc("seq", 1), after)));
        var before = race(3000, i -> seq(c.findOneAndUpdate(eq("_id", 1), inc("seq", 1))));

        assertThat(new HashSet<>(given)).hasSize(3000);
        assertThat(new HashSet<>(before)).hasSize(3000);
    }

    private static Integer seq(Document document) {
        return Objects.requireNonNull(document).getInteger("seq");
    }

    @Test
    void an_upsert_under_a_unique_key_makes_one_row() {
        var c = collection("upserts");
        c.createIndex(Indexes.ascending("k"), new IndexOptions().unique(true));

        var made = race(
                2000,
                i -> c.updateOne(
                                eq("k", i / CLIENTS),
                                combine(setOnInsert("by", i), inc("n", 1)),
                                new UpdateOptions().upsert(true))
                        .getUpsertedId());

        assertThat(made).hasSize(40);
        assertThat(c.countDocuments()).isEqualTo(40);
        assertThat(c.find()).allSatisfy(d -> assertThat(d).containsEntry("n", CLIENTS));
    }

    @Test
    void one_of_many_equal_inserts_wins_even_into_a_collection_that_is_not_there_yet() {
        var wins = race(
                20 * CLIENTS,
                i -> database.getCollection("fresh" + i / CLIENTS)
                        .insertOne(new Document("_id", "same").append("i", i))
                        .wasAcknowledged());
        var all = race(
                20 * CLIENTS,
                i -> database.getCollection("kept" + i / CLIENTS)
                        .insertOne(new Document("_id", i))
                        .wasAcknowledged());

        assertThat(wins).hasSize(20);
        assertThat(all).hasSize(20 * CLIENTS);
        assertThat(IntStream.range(0, 20))
                .allSatisfy(i -> assertThat(database.getCollection("kept" + i).countDocuments())
                        .isEqualTo(CLIENTS));
    }

    @Test
    void compare_and_set_loops_all_succeed_exactly_once() {
        var c = collection("cas", new Document("_id", 1).append("v", 0));

        race(500, i -> {
            long changed = 0;
            while (changed == 0) {
                int seen = Objects.requireNonNull(c.find(eq("_id", 1)).first()).getInteger("v");
                changed = c.updateOne(and(eq("_id", 1), eq("v", seen)), inc("v", 1))
                        .getModifiedCount();
            }
            return changed;
        });

        assertThat(c.find().first()).containsEntry("v", 500);
    }

    @Test
    void no_reader_sees_half_an_update() {
        Document row = new Document("_id", 1);
        Document all = new Document();
        for (int i = 0; i < 40; i++) {
            row.append("f" + i, 0);
            all.append("f" + i, 1);
        }
        var c = collection("torn", row);

        var seen = race(12_000, i -> i % 3 == 0 ? write(c, all) : c.find().first());

        assertThat(seen).hasSize(8000).allSatisfy(d -> {
            d.remove("_id");
            assertThat(new HashSet<>(d.values())).hasSize(1);
        });
    }

    private static Document write(MongoCollection<Document> c, Document all) {
        c.updateOne(eq("_id", 1), new Document("$inc", all));
        return null;
    }

    @Test
    void a_whole_reading_is_complete_while_rows_change_shape_and_place_in_the_index() {
        var c = collection("shapes");
        c.createIndex(Indexes.ascending("place"));
        c.insertMany(IntStream.range(0, 200)
                .mapToObj(i -> new Document("_id", i).append("place", i).append("list", List.of()))
                .toList());

        var readings = race(3000, i -> i % 10 == 0 ? read(c, i) : change(c, i));

        assertThat(readings).hasSize(300).containsOnly(200);
    }

    private static Integer read(MongoCollection<Document> c, int i) {
        Bson filter = i % 20 == 0 ? gte("place", -1) : new Document();
        var ids = new ArrayList<Object>();
        c.find(filter).batchSize(i % 30 == 0 ? 50 : 0).map(d -> d.get("_id")).into(ids);
        assertThat(ids).doesNotHaveDuplicates();
        return ids.size();
    }

    private static Integer change(MongoCollection<Document> c, int i) {
        Bson change = switch (i % 3) {
            case 0 -> combine(push("list", i), set("m.k" + i % 17, i), set("place", i % 977));
            case 1 -> combine(unset("m.k" + i % 17), set("z" + i % 13, i), inc("place", 7));
            default -> combine(unset("z" + i % 13), inc("place", 13));
        };
        c.updateOne(eq("_id", i % 200), change);
        return null;
    }

    /** No index has the order: a few rows are kept as they were judged, many are read again when they are given out. */
    @Test
    void what_is_given_out_in_order_matches_what_was_asked_whatever_changed_meanwhile() {
        MongoCollection<Document> jobs = database.getCollection("jobs");
        jobs.insertMany(IntStream.range(0, 1_000)
                .mapToObj(i -> new Document("_id", i).append("state", "WAITS").append("place", i * 7 % 1_000))
                .toList());
        for (int limit : List.of(0, 100, 500)) {
            var waiting = jobs.find(eq("state", "WAITS"))
                    .sort(Sorts.ascending("place"))
                    .limit(limit)
                    .batchSize(10);
            try (var cursor = waiting.iterator()) {
                assertThat(cursor.next().getInteger("place")).isZero();

                jobs.updateMany(new Document(), set("state", "RUNS"));

                cursor.forEachRemaining(job ->
                        assertThat(job.getString("state")).as("of %d", limit).isEqualTo("WAITS"));
            }
            jobs.updateMany(new Document(), set("state", "WAITS"));
        }
    }

    @Test
    void rows_and_indexes_agree_after_inserts_deletes_and_scans() {
        var c = collection("churn");
        c.createIndex(Indexes.ascending("k"), new IndexOptions().unique(true));
        c.createIndex(Indexes.compoundIndex(Indexes.ascending("group"), Indexes.descending("k")));

        race(6000, i -> {
            if (i % 2 == 0) {
                c.insertOne(new Document("_id", i).append("k", i).append("group", i % 7));
            } else if (i % 31 == 0) {
                c.find(eq("group", i % 7)).into(new ArrayList<>());
            } else {
                c.deleteOne(eq("k", i - 41));
            }
            return null;
        });

        List<Document> rows = c.find().into(new ArrayList<>());
        assertThat(c.countDocuments()).isEqualTo(rows.size());
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(c.find(eq("k", row.get("k"))).first()).isEqualTo(row);
            assertThat(c.find(eq("_id", row.get("_id"))).first()).isEqualTo(row);
            assertThat(c.find(and(eq("group", row.get("group")), eq("k", row.get("k"))))
                            .first())
                    .isEqualTo(row);
        });
    }
}
