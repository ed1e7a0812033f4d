package cn.jiangxue.local.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the product's queries look at must not grow with what is stored. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExaminedTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<Integer> SIZES = List.of(10, 100_000);

    private DocumentStore store;
    private MongoClient client;

    @BeforeAll
    void fill() {
        store = DocumentStore.temporary();
        client = MongoClients.create(store.uri());
        SIZES.forEach(this::fill);
    }

    @AfterAll
    void close() {
        client.close();
        store.close();
    }

    /** One learner in ten rows; every thousandth row has something in its outbox. */
    private void fill(int size) {
        MongoCollection<Document> entries = entries(size);
        entries.createIndex(compoundIndex(ascending("learner"), ascending("seq")), new IndexOptions().unique(true));
        entries.createIndex(ascending("outboxAt"), new IndexOptions().sparse(true));
        entries.createIndex(compoundIndex(ascending("state"), descending("at")));
        entries.createIndex(compoundIndex(ascending("course"), ascending("title")));
        entries.createIndex(ascending("parts.sku"));
        List<Document> batch = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            batch.add(row(i));
            if (batch.size() == 1000) {
                entries.insertMany(batch);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            entries.insertMany(batch);
        }
    }

    private static Document row(int i) {
        Document row = new Document("_id", new UUID(i, i))
                .append("learner", learner(i / 10))
                .append("seq", (long) (i % 10))
                .append("state", i % 2 == 0 ? "open" : "closed")
                .append("at", START.plusSeconds(i))
                .append("course", new UUID(7, i / 100))
                .append("title", "课程" + i)
                .append("parts", List.of(new Document("sku", "a" + i).append("n", 1), new Document("sku", "b" + i)));
        return i % 1000 == 0 ? row.append("outboxAt", START.plusSeconds(i)) : row;
    }

    private static UUID learner(long n) {
        return new UUID(0x0190_0000_0000_7000L + n, 0x8000_0000_0000_0000L | n);
    }

    private MongoCollection<Document> entries(int size) {
        return client.getDatabase("examined").getCollection("entries" + size);
    }

    /** Runs the same question against 10 and against 100,000 rows. */
    private void assertExamined(LongFunction<Bson> filter, Bson sort, int limit, int returned, int atMost) {
        for (int size : SIZES) {
            var find = entries(size).find(filter.apply(size)).sort(sort).limit(limit);
            Document statistics = find.explain().get("executionStats", Document.class);
            long before = store.documentsExamined();
            List<Document> rows = find.into(new ArrayList<>());

            assertThat(rows).as("rows at " + size).hasSize(returned);
            assertThat(((Number) statistics.get("totalDocsExamined")).longValue())
                    .as("examined at " + size + " by " + find.explain().get("queryPlanner"))
                    .isLessThanOrEqualTo(atMost);
            assertThat(store.documentsExamined() - before).as("counted").isLessThanOrEqualTo(atMost);
            assertThat(((Number) statistics.get("nReturned")).intValue()).isEqualTo(returned);
        }
    }

    @Test
    void a_row_is_found_by_its_id() {
        assertExamined(n -> eq("_id", new UUID(n - 1, n - 1)), new Document(), 0, 1, 1);
    }

    @Test
    void a_row_found_by_id_may_be_narrowed_by_a_version() {
        assertExamined(n -> and(eq("_id", new UUID(n - 1, n - 1)), eq("seq", 9L)), new Document(), 0, 1, 1);
    }

    @Test
    void a_keyset_page_examines_only_its_rows() {
        assertExamined(n -> and(eq("learner", learner(0)), lt("seq", 7L)), Sorts.descending("seq"), 5, 5, 5);
    }

    @Test
    void a_unique_compound_key_is_found_at_once() {
        assertExamined(n -> and(eq("learner", learner(n / 10 - 1)), eq("seq", 3)), new Document(), 0, 1, 1);
    }

    @Test
    void a_page_that_continues_after_a_time_and_an_id_examines_only_its_rows() {
        assertExamined(
                n -> and(
                        eq("state", "open"),
                        or(
                                lt("at", START.plusSeconds(6)),
                                and(eq("at", START.plusSeconds(6)), lt("_id", new UUID(6, 6))))),
                Sorts.orderBy(Sorts.descending("at"), Sorts.ascending("_id")),
                2,
                2,
                2);
    }

    @Test
    void the_newest_of_a_state_are_read_in_order() {
        assertExamined(n -> eq("state", "open"), Sorts.descending("at"), 5, 5, 5);
    }

    @Test
    void the_oldest_of_a_state_are_read_backwards() {
        assertExamined(n -> eq("state", "open"), Sorts.ascending("at"), 5, 5, 5);
    }

    @Test
    void the_newest_of_several_states_are_merged() {
        assertExamined(n -> in("state", "open", "closed", "other"), Sorts.descending("at"), 5, 5, 5);
    }

    @Test
    void an_outbox_sweep_examines_only_what_is_due() {
        assertExamined(n -> lte("outboxAt", START.plusSeconds(1)), Sorts.ascending("outboxAt"), 50, 1, 1);
    }

    @Test
    void a_sparse_index_answers_whether_a_field_exists() {
        for (int size : SIZES) {
            var find = entries(size).find(exists("outboxAt"));
            Document statistics = find.explain().get("executionStats", Document.class);

            assertThat(statistics.get("totalDocsExamined")).isEqualTo((long) Math.max(1, size / 1000));
        }
    }

    @Test
    void several_ids_are_looked_up_one_by_one() {
        assertExamined(n -> in("_id", new UUID(1, 1), new UUID(5, 5), new UUID(-1, 0)), new Document(), 0, 2, 2);
    }

    @Test
    void an_array_of_documents_is_found_by_what_its_elements_hold() {
        assertExamined(n -> eq("parts.sku", "b3"), new Document(), 0, 1, 1);
        assertExamined(n -> elemMatch("parts", and(eq("sku", "a3"), eq("n", 1))), new Document(), 0, 1, 1);
    }

    @Test
    void alternatives_on_different_fields_use_one_index_each() {
        assertExamined(n -> or(eq("parts.sku", "b3"), eq("_id", new UUID(4, 4))), new Document(), 0, 2, 2);
    }

    @Test
    void a_range_of_texts_and_of_ids_is_bounded() {
        assertExamined(
                n -> and(eq("course", new UUID(7, 0)), gte("title", "课程3"), lt("title", "课程4")),
                Sorts.ascending("title"),
                1,
                1,
                1);
        assertExamined(
                n -> and(gt("_id", new UUID(2, 2)), lte("_id", new UUID(5, 5))), Sorts.ascending("_id"), 0, 3, 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100_000})
    void claiming_the_next_piece_of_work_examines_one_row(int size) {
        long before = store.documentsExamined();

        Document claimed = entries(size)
                .findOneAndUpdate(
                        and(eq("state", "open"), lte("at", START.plusSeconds(size))),
                        set("lease", "me"),
                        new FindOneAndUpdateOptions().sort(Sorts.ascending("at")));

        assertThat(claimed).containsEntry("seq", 0L);
        assertThat(store.documentsExamined() - before).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100_000})
    void an_update_of_one_row_examines_one_row(int size) {
        long before = store.documentsExamined();

        entries(size).updateOne(and(eq("learner", learner(0)), eq("seq", 2L)), set("touched", true));
        entries(size).updateOne(eq("state", "closed"), set("touched", true));

        assertThat(store.documentsExamined() - before).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100_000})
    void rows_under_an_indexed_value_are_counted_without_reading_them(int size) {
        long before = store.documentsExamined();

        assertThat(entries(size).countDocuments(eq("learner", learner(0)))).isEqualTo(10);
        assertThat(entries(size).countDocuments(eq("state", "open"))).isEqualTo(size / 2);
        assertThat(entries(size).countDocuments()).isEqualTo(size);
        assertThat(store.documentsExamined() - before).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100_000})
    void an_aggregation_begins_at_the_index(int size) {
        long before = store.documentsExamined();

        List<Document> sums = entries(size)
                .aggregate(List.of(
                        Document.parse("{$match: {state: 'open'}}"),
                        Document.parse("{$sort: {at: -1}}"),
                        Document.parse("{$limit: 3}"),
                        Document.parse("{$group: {_id: null, n: {$sum: 1}}}")))
                .into(new ArrayList<>());

        assertThat(sums).singleElement().satisfies(d -> assertThat(d).containsEntry("n", 3));
        assertThat(store.documentsExamined() - before).isEqualTo(3);
    }
}
