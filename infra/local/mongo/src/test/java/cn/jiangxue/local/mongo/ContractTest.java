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
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.min;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.pullByFilter;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.BsonBinary;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the product relies on. It runs against a real server too, when {@code MONGO_TEST_URI} names one. */
class ContractTest {

    private DocumentStore store;
    private MongoClient client;
    private MongoDatabase database;
    private MongoCollection<Document> c;

    @BeforeEach
    void open() {
        String real = System.getenv("MONGO_TEST_URI");
        String uri;
        if (real == null) {
            store = DocumentStore.temporary();
            uri = store.uri();
        } else {
            uri = real + (real.contains("?") ? "&" : "?") + "uuidRepresentation=standard";
        }
        client = MongoClients.create(uri);
        database = client.getDatabase("contract_" + UUID.randomUUID().toString().replace("-", ""));
        c = database.getCollection("c");
    }

    @AfterEach
    void close() {
        database.drop();
        client.close();
        if (store != null) {
            store.close();
        }
    }

    private Document row(Object id) {
        return c.find(eq("_id", id)).first();
    }

    @Test
    void every_kind_of_value_comes_back_as_it_was() {
        Document row = new Document("_id", new UUID(0x0190_1234_5678_7abcL, -5L))
                .append("int", 1)
                .append("long", Long.MAX_VALUE)
                .append("double", 1.5)
                .append("text", "匠学 \u0000 𠮷")
                .append("at", Date.from(Instant.parse("2026-11-20T12:00:00.123Z")))
                .append("yes", true)
                .append("none", null)
                .append("bytes", new Binary(new byte[] {1, 2, (byte) 255}))
                .append("list", List.of(1, List.of(2, 3), new Document("a", 1)));

        c.insertOne(row);

        assertThat(row(row.get("_id"))).isEqualTo(row);
    }

    @Test
    void a_taken_key_is_named_in_the_error() {
        c.createIndex(compoundIndex(ascending("account"), ascending("seq")), new IndexOptions().unique(true));
        c.insertOne(new Document("_id", 1).append("account", "a").append("seq", 7L));

        var same = catchThrowableOfType(
                MongoWriteException.class,
                () -> c.insertOne(new Document("_id", 2).append("account", "a").append("seq", 7)));
        var sameId = catchThrowableOfType(MongoWriteException.class, () -> c.insertOne(new Document("_id", 1)));
        var moved = catchThrowableOfType(MongoWriteException.class, () -> {
            c.insertOne(new Document("_id", 3).append("account", "a").append("seq", 8));
            c.updateOne(eq("_id", 3), inc("seq", -1));
        });

        assertThat(same.getError().getCode()).isEqualTo(11000);
        assertThat(same.getMessage()).contains("index: account_1_seq_1", "account: \"a\"", "seq: 7");
        assertThat(sameId.getMessage()).contains("index: _id_", "_id: 1");
        assertThat(moved.getError().getCode()).isEqualTo(11000);
        assertThat(c.countDocuments()).isEqualTo(2);
        assertThat(row(3)).containsEntry("seq", 8);
    }

    @Test
    void a_refused_change_leaves_no_trace_in_any_index() {
        c.createIndex(ascending("a"));
        c.createIndex(ascending("b"), new IndexOptions().unique(true));
        c.insertMany(List.of(
                new Document("_id", 1).append("a", 1).append("b", 1),
                new Document("_id", 2).append("a", 2).append("b", 2)));

        assertThatThrownBy(() -> c.updateOne(eq("_id", 2), combine(set("a", 5), set("b", 1))))
                .isInstanceOf(MongoWriteException.class);
        assertThatThrownBy(
                        () -> c.insertOne(new Document("_id", 3).append("a", 6).append("b", 2)))
                .isInstanceOf(MongoWriteException.class);
        assertThatThrownBy(() -> c.updateMany(new Document(), inc("b", 1))).isInstanceOf(MongoWriteException.class);

        assertThat(c.countDocuments(in("a", 5, 6))).isZero();
        assertThat(c.find(eq("a", 2)).first()).isEqualTo(row(2));
        assertThat(c.find(eq("b", 2)).first()).isEqualTo(row(2));
        c.deleteOne(eq("_id", 2));
        c.insertOne(new Document("_id", 4).append("a", 2).append("b", 2));
        assertThat(c.find(eq("b", 2)).into(new ArrayList<>())).hasSize(1);
    }

    @Test
    void a_sparse_unique_key_may_be_missing_many_times() {
        c.createIndex(ascending("phone"), new IndexOptions().unique(true).sparse(true));

        c.insertMany(
                List.of(new Document("_id", 1), new Document("_id", 2), new Document("_id", 3).append("phone", "1")));

        assertThatThrownBy(() -> c.updateOne(eq("_id", 1), set("phone", "1"))).hasMessageContaining("E11000");
        c.updateOne(eq("_id", 3), unset("phone"));
        assertThat(c.updateOne(eq("_id", 1), set("phone", "1")).getModifiedCount())
                .isEqualTo(1);
        assertThat(c.find(exists("phone")).into(new ArrayList<>())).hasSize(1);
        assertThat(c.countDocuments(exists("phone", false))).isEqualTo(2);
        assertThat(c.countDocuments(eq("phone", null))).isEqualTo(2);
        assertThat(c.countDocuments(ne("phone", null))).isEqualTo(1);
    }

    @Test
    void a_unique_index_cannot_be_built_over_duplicates_and_leaves_nothing() {
        c.insertMany(List.of(new Document("_id", 1).append("a", 1), new Document("_id", 2).append("a", 1)));

        assertThatThrownBy(() -> c.createIndex(ascending("a"), new IndexOptions().unique(true)))
                .hasMessageContaining("E11000");

        assertThat(c.listIndexes()).hasSize(1);
        assertThat(c.countDocuments(eq("a", 1))).isEqualTo(2);
        c.createIndex(ascending("a"));
        assertThatThrownBy(() -> c.createIndex(ascending("a"), new IndexOptions().unique(true)))
                .isInstanceOf(MongoCommandException.class);
        c.dropIndex(ascending("a"));
        assertThat(c.listIndexes()).hasSize(1);
    }

    @Test
    void ranges_are_of_one_type_and_in_the_order_of_values() {
        List<UUID> ids =
                List.of(new UUID(1, 1), new UUID(Long.MAX_VALUE, 0), new UUID(Long.MIN_VALUE, 5), new UUID(-1, -1));
        for (boolean indexed : List.of(false, true)) {
            c.drop();
            if (indexed) {
                c.createIndex(ascending("v"));
                c.createIndex(descending("w"));
            }
            int n = 0;
            for (UUID id : ids) {
                c.insertOne(new Document("_id", n++).append("v", id).append("w", id));
            }
            for (Object v : List.of(-5, 3L, 3.5, 10, "a", "b", new Date(1000), new Date(2000), true, List.of(1, 20))) {
                c.insertOne(new Document("_id", n++).append("v", v).append("w", v));
            }
            for (String field : List.of("v", "w")) {
                assertThat(values(field, gt(field, new UUID(Long.MAX_VALUE, 0))))
                        .containsExactly(ids.get(2), ids.get(3));
                assertThat(values(field, gte(field, 3))).containsExactlyInAnyOrder(3L, 3.5, 10, List.of(1, 20));
                assertThat(values(field, and(gt(field, -5), lt(field, 3.5))))
                        .containsExactlyInAnyOrder(3L, List.of(1, 20));
                assertThat(values(field, lte(field, "a"))).containsExactly("a");
                assertThat(values(field, gt(field, new Date(1000)))).containsExactly(new Date(2000));
                assertThat(values(field, eq(field, 3.0))).containsExactly(3L);
            }
        }
    }

    private List<Object> values(String field, org.bson.conversions.Bson filter) {
        return c.find(filter)
                .sort(Sorts.ascending(field))
                .map(d -> d.get(field))
                .into(new ArrayList<>());
    }

    @Test
    void keyset_pages_give_every_row_once_and_in_order() {
        c.createIndex(compoundIndex(ascending("owner"), descending("at")));
        c.insertMany(IntStream.range(0, 500)
                .mapToObj(i -> new Document("_id", new UUID(i * 31L % 500, i))
                        .append("owner", i % 2)
                        .append("at", i / 7))
                .toList());
        var order = Sorts.orderBy(Sorts.descending("at"), Sorts.ascending("_id"));
        List<Document> expected = c.find(eq("owner", 1)).into(new ArrayList<>());
        expected.sort((a, b) -> a.getInteger("at").equals(b.getInteger("at"))
                ? new BsonBinary(a.get("_id", UUID.class))
                        .asUuid()
                        .toString()
                        .compareTo(b.get("_id", UUID.class).toString())
                : b.getInteger("at") - a.getInteger("at"));

        List<Document> paged = new ArrayList<>();
        List<Document> page = c.find(eq("owner", 1)).sort(order).limit(20).into(new ArrayList<>());
        while (!page.isEmpty()) {
            paged.addAll(page);
            Document last = page.getLast();
            var after = or(lt("at", last.get("at")), and(eq("at", last.get("at")), gt("_id", last.get("_id"))));
            page = c.find(and(eq("owner", 1), after)).sort(order).limit(20).into(new ArrayList<>());
        }

        assertThat(paged).isEqualTo(expected);
    }

    @Test
    void find_and_update_answers_before_or_after_and_upserts() {
        var after = new FindOneAndUpdateOptions()
                .returnDocument(ReturnDocument.AFTER)
                .upsert(true);

        Document made = c.findOneAndUpdate(eq("_id", 1), combine(setOnInsert("by", "me"), inc("n", 1)), after);
        Document before = c.findOneAndUpdate(eq("_id", 1), inc("n", 1));
        Document projected = c.findOneAndUpdate(
                eq("_id", 1),
                inc("n", 1),
                new FindOneAndUpdateOptions().projection(new Document("n", 1).append("_id", 0)));

        assertThat(made).isEqualTo(new Document("_id", 1).append("by", "me").append("n", 1));
        assertThat(before).containsEntry("n", 1);
        assertThat(projected).isEqualTo(new Document("n", 2));
        assertThat(c.findOneAndUpdate(eq("_id", 9), inc("n", 1))).isNull();
        assertThat(c.findOneAndDelete(eq("_id", 1))).containsEntry("n", 3);
        assertThat(c.countDocuments()).isZero();
    }

    @Test
    void arrays_are_changed_in_place() {
        c.insertOne(new Document("_id", 1)
                .append("log", List.of(1, 2, 3))
                .append("tags", List.of("a"))
                .append(
                        "items",
                        List.of(new Document("sku", "x").append("n", 1), new Document("sku", "y").append("n", 2))));

        c.updateOne(eq("_id", 1), pushEach("log", List.of(4, 5), new PushOptions().slice(-3)));
        c.updateOne(eq("_id", 1), combine(addToSet("tags", "a"), pull("log", 4)));
        c.updateOne(eq("_id", 1), addToSet("tags", "b"));
        c.updateOne(and(eq("_id", 1), eq("items.sku", "y")), inc("items.$.n", 10));
        c.updateOne(and(eq("_id", 1), elemMatch("items", and(eq("sku", "y"), gt("n", 10)))), set("items.$.big", true));
        c.updateOne(eq("_id", 1), unset("items.$[].big"));
        c.updateOne(
                eq("_id", 1),
                set("items.$[e].flag", true),
                new UpdateOptions().arrayFilters(List.of(eq("e.sku", "x"))));
        c.updateOne(eq("_id", 1), push("items", new Document("sku", "z").append("n", 3)));
        c.updateOne(eq("_id", 1), pullByFilter(new Document("items", new Document("n", 3))));

        assertThat(row(1))
                .isEqualTo(new Document("_id", 1)
                        .append("log", List.of(3, 5))
                        .append("tags", List.of("a", "b"))
                        .append(
                                "items",
                                List.of(
                                        new Document("sku", "x").append("n", 1).append("flag", true),
                                        new Document("sku", "y").append("n", 12))));
    }

    @Test
    void a_projection_keeps_leaves_out_and_slices() {
        c.insertOne(new Document("_id", 1).append("a", 1).append("b", 2).append("l", List.of(1, 2, 3)));

        assertThat(projected("{a: 1}")).isEqualTo(Document.parse("{_id: 1, a: 1}"));
        assertThat(projected("{a: 0, l: 0}")).isEqualTo(Document.parse("{_id: 1, b: 2}"));
        assertThat(projected("{l: {$slice: -2}}")).isEqualTo(Document.parse("{_id: 1, a: 1, b: 2, l: [2, 3]}"));
        assertThat(projected("{_id: 0, l: {$slice: 1}, a: 1}")).isEqualTo(Document.parse("{a: 1, l: [1]}"));
    }

    private Document projected(String projection) {
        return c.find().projection(Document.parse(projection)).first();
    }

    @Test
    void a_whole_document_is_replaced_or_made() {
        c.createIndex(ascending("a"), new IndexOptions().unique(true));
        c.insertOne(new Document("_id", 1).append("a", 1).append("gone", true));

        c.replaceOne(eq("_id", 1), new Document("a", 2));
        c.replaceOne(eq("_id", 2), new Document("a", 3), new com.mongodb.client.model.ReplaceOptions().upsert(true));
        Document before = c.findOneAndReplace(eq("a", 3), new Document("a", 4));

        assertThat(before).isEqualTo(new Document("_id", 2).append("a", 3));
        assertThat(c.find().sort(Sorts.ascending("_id")).into(new ArrayList<>()))
                .containsExactly(new Document("_id", 1).append("a", 2), new Document("_id", 2).append("a", 4));
        assertThat(c.countDocuments(eq("a", 1))).isZero();
        assertThatThrownBy(() -> c.replaceOne(eq("_id", 1), new Document("a", 4)))
                .hasMessageContaining("E11000");
        assertThatThrownBy(() -> c.updateOne(eq("_id", 1), set("_id", 5))).hasMessageContaining("_id");
    }

    @Test
    void numbers_are_raised_lowered_and_bounded() {
        c.insertOne(new Document("_id", 1).append("a", 5).append("b", 5L).append("gone", 1));

        c.updateOne(eq("_id", 1), combine(max("a", 9), min("b", 3L), unset("gone"), inc("new", 2L)));
        c.updateOne(eq("_id", 1), combine(max("a", 1), min("b", 30L)));

        assertThat(row(1))
                .isEqualTo(new Document("_id", 1).append("a", 9).append("b", 3L).append("new", 2L));
    }

    @Test
    void an_array_of_documents_is_indexed_element_by_element() {
        c.createIndex(compoundIndex(ascending("items.sku"), ascending("items.n")));
        c.createIndex(ascending("claims"), new IndexOptions().unique(true));
        c.insertMany(List.of(
                new Document("_id", 1)
                        .append("claims", List.of("a", "b"))
                        .append(
                                "items",
                                List.of(
                                        new Document("sku", "x").append("n", 1),
                                        new Document("sku", "y").append("n", 2))),
                new Document("_id", 2)
                        .append("claims", List.of("c"))
                        .append("items", List.of(new Document("sku", "x")))));

        assertThat(c.find(eq("items.sku", "x")).into(new ArrayList<>())).hasSize(2);
        assertThat(c.find(elemMatch("items", and(eq("sku", "x"), eq("n", 2)))).first())
                .isNull();
        assertThat(c.find(and(eq("items.sku", "x"), eq("items.n", 2))).into(new ArrayList<>()))
                .singleElement()
                .satisfies(d -> assertThat(d).containsEntry("_id", 1));
        assertThat(c.find(new Document("claims", new Document("$all", List.of("a", "b"))))
                        .into(new ArrayList<>()))
                .hasSize(1);
        assertThatThrownBy(() -> c.insertOne(new Document("_id", 3).append("claims", List.of("z", "b"))))
                .hasMessageContaining("E11000");
        assertThatThrownBy(() -> c.updateOne(eq("_id", 2), push("claims", "a"))).hasMessageContaining("E11000");
        c.updateOne(eq("_id", 1), pull("claims", "b"));
        c.insertOne(new Document("_id", 3).append("claims", List.of("z", "b")));
        assertThat(c.countDocuments(eq("claims", "b"))).isEqualTo(1);
    }

    @Test
    void an_ordered_bulk_stops_where_it_fails_and_an_unordered_one_goes_on() {
        List<com.mongodb.client.model.WriteModel<Document>> writes = List.of(
                new InsertOneModel<>(new Document("_id", 1)),
                new InsertOneModel<>(new Document("_id", 1)),
                new UpdateOneModel<>(eq("_id", 7), inc("n", 1), new UpdateOptions().upsert(true)),
                new DeleteOneModel<>(eq("_id", 1)));

        var ordered = catchThrowableOfType(MongoBulkWriteException.class, () -> c.bulkWrite(writes));
        assertThat(ordered.getWriteErrors()).hasSize(1);
        assertThat(ordered.getWriteErrors().getFirst().getIndex()).isEqualTo(1);
        assertThat(ordered.getWriteResult().getInsertedCount()).isEqualTo(1);
        assertThat(c.countDocuments()).isEqualTo(1);

        var unordered = catchThrowableOfType(
                MongoBulkWriteException.class, () -> c.bulkWrite(writes, new BulkWriteOptions().ordered(false)));
        assertThat(unordered.getWriteErrors()).hasSize(2);
        assertThat(unordered.getWriteResult().getUpserts()).hasSize(1);
        assertThat(unordered.getWriteResult().getDeletedCount()).isEqualTo(1);
        assertThat(row(7)).containsEntry("n", 1);
    }

    @Test
    void ordered_updates_stop_where_they_fail() {
        c.createIndex(ascending("k"), new IndexOptions().unique(true));
        c.insertMany(List.of(new Document("_id", 1).append("k", 1), new Document("_id", 2).append("k", 2)));
        List<com.mongodb.client.model.WriteModel<Document>> updates = List.of(
                new UpdateOneModel<>(eq("_id", 2), set("k", 1)), new UpdateOneModel<>(eq("_id", 1), set("done", true)));

        assertThatThrownBy(() -> c.bulkWrite(updates)).isInstanceOf(MongoBulkWriteException.class);

        assertThat(row(1)).doesNotContainKey("done");
    }

    @Test
    void many_inserts_go_on_behind_a_duplicate_when_unordered() {
        List<Document> rows = List.of(new Document("_id", 1), new Document("_id", 1), new Document("_id", 2));

        var failure = catchThrowableOfType(
                MongoBulkWriteException.class, () -> c.insertMany(rows, new InsertManyOptions().ordered(false)));

        assertThat(failure.getWriteResult().getInsertedCount()).isEqualTo(2);
        assertThat(c.countDocuments()).isEqualTo(2);
    }

    @Test
    void a_large_result_comes_in_batches() {
        c.insertMany(
                IntStream.range(0, 5000).mapToObj(i -> new Document("_id", i)).toList());

        assertThat(c.find().batchSize(37).into(new ArrayList<>())).hasSize(5000);
        assertThat(c.find().sort(Sorts.descending("_id")).skip(10).limit(2500).into(new ArrayList<>()))
                .hasSize(2500)
                .first()
                .isEqualTo(new Document("_id", 4989));
        assertThat(c.aggregate(List.of(new Document("$match", gte("_id", 1000).toBsonDocument())))
                        .batchSize(100)
                        .into(new ArrayList<>()))
                .hasSize(4000);
    }

    @Test
    void a_sort_without_an_index_is_right_and_stable_over_arrays_and_missing_fields() {
        c.insertMany(List.of(
                new Document("_id", 1).append("a", List.of(5, 1)),
                new Document("_id", 2).append("a", 3),
                new Document("_id", 3),
                new Document("_id", 4).append("a", "text")));

        assertThat(c.find().sort(Sorts.ascending("a")).map(d -> d.get("_id")).into(new ArrayList<>()))
                .containsExactly(3, 1, 2, 4);
        assertThat(c.find()
                        .sort(Sorts.descending("a"))
                        .limit(3)
                        .map(d -> d.get("_id"))
                        .into(new ArrayList<>()))
                .containsExactly(4, 1, 2);
    }

    @Test
    void aggregations_group_join_unwind_and_split() {
        c.insertMany(List.of(
                new Document("_id", 1)
                        .append("trade", "welder")
                        .append("hours", 3)
                        .append("parts", List.of("a", "b")),
                new Document("_id", 2)
                        .append("trade", "welder")
                        .append("hours", 4)
                        .append("parts", List.of("a")),
                new Document("_id", 3)
                        .append("trade", "fitter")
                        .append("hours", 5)
                        .append("parts", List.of())));
        database.getCollection("names")
                .insertMany(List.of(
                        new Document("_id", "welder").append("zh", "焊工"),
                        new Document("_id", "fitter").append("zh", "钳工")));

        var grouped = c.aggregate(List.of(
                        Document.parse("{$match: {hours: {$gte: 3}}}"),
                        Document.parse("{$group: {_id: '$trade', sum: {$sum: '$hours'}}}"),
                        Document.parse(
                                "{$lookup: {from: 'names', localField: '_id', foreignField: '_id', as: 'name'}}"),
                        Document.parse("{$unwind: '$name'}"),
                        Document.parse("{$project: {_id: 0, zh: '$name.zh', sum: 1}}"),
                        Document.parse("{$sort: {sum: -1}}"),
                        Document.parse("{$limit: 1}")))
                .into(new ArrayList<>());
        var facets = c.aggregate(List.of(Document.parse("{$facet: {trades: [{$group: {_id: '$trade', n: {$sum: 1}}},"
                        + " {$sort: {n: -1}}], parts: [{$unwind: '$parts'}, {$group: {_id: '$parts', n: {$sum: 1}}},"
                        + " {$sort: {n: -1, _id: 1}}]}}")))
                .first();

        assertThat(grouped).containsExactly(new Document("sum", 7).append("zh", "焊工"));
        assertThat(facets.getList("trades", Document.class).getFirst())
                .isEqualTo(new Document("_id", "welder").append("n", 2));
        assertThat(facets.getList("parts", Document.class).getFirst())
                .isEqualTo(new Document("_id", "a").append("n", 2));
    }

    @Test
    void collections_and_indexes_are_listed_and_dropped() {
        c.insertOne(new Document("_id", 1));
        c.createIndex(ascending("a"), new IndexOptions().unique(true));
        c.createIndex(ascending("a"), new IndexOptions().unique(true));
        database.createCollection("empty");
        database.getCollection("other").createIndex(ascending("b"));

        assertThat(database.listCollectionNames()).containsExactlyInAnyOrder("c", "empty", "other");
        assertThat(c.listIndexes()).hasSize(2);
        c.dropIndexes();
        assertThat(c.listIndexes()).hasSize(1);
        assertThat(database.getCollection("other").listIndexes()).hasSize(2);
        c.drop();
        assertThat(database.listCollectionNames()).containsExactlyInAnyOrder("empty", "other");
        c.insertOne(new Document("_id", 1));
        assertThat(c.countDocuments()).isEqualTo(1);
    }

    @Test
    void distinct_values_are_found() {
        c.insertMany(List.of(
                new Document("_id", 1).append("a", "x"),
                new Document("_id", 2).append("a", "y"),
                new Document("_id", 3).append("a", "x")));

        assertThat(c.distinct("a", String.class)).containsExactlyInAnyOrder("x", "y");
        assertThat(c.distinct("a", eq("_id", 2), String.class)).containsExactly("y");
    }

    @Test
    void a_filter_gives_the_same_rows_with_and_without_an_index() {
        var random = new java.util.Random(20261120);
        var plain = database.getCollection("plain");
        c.createIndex(compoundIndex(ascending("a"), descending("b")));
        c.createIndex(ascending("b"), new IndexOptions().sparse(true));
        c.createIndex(ascending("l"));
        c.createIndex(compoundIndex(ascending("o.x"), ascending("o.y")));
        List<Document> rows =
                IntStream.range(0, 400).mapToObj(i -> randomRow(random, i)).toList();
        c.insertMany(rows);
        plain.insertMany(rows);

        for (int i = 0; i < 1500; i++) {
            Document filter = randomFilter(random, 2);
            assertThat(ids(c, filter)).as(filter.toJson()).isEqualTo(ids(plain, filter));
            assertThat(c.countDocuments(filter))
                    .as("count " + filter.toJson())
                    .isEqualTo(ids(plain, filter).size());
        }
    }

    private static List<Object> ids(MongoCollection<Document> collection, Document filter) {
        return collection.find(filter).map(d -> d.get("_id")).into(new ArrayList<>()).stream()
                .sorted()
                .toList();
    }

    private static Document randomRow(java.util.Random random, int id) {
        Document row = new Document("_id", id);
        if (random.nextInt(5) > 0) {
            row.append("a", randomValue(random));
        }
        if (random.nextInt(3) > 0) {
            row.append("b", randomValue(random));
        }
        row.append(
                "l",
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(x -> random.nextInt(6))
                        .toList());
        row.append(
                "o",
                IntStream.range(0, random.nextInt(3))
                        .mapToObj(x -> new Document("x", random.nextInt(4)).append("y", random.nextInt(4)))
                        .toList());
        return row;
    }

    private static Object randomValue(java.util.Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> random.nextInt(5) + 0.5;
            case 1 -> (long) random.nextInt(5);
            case 2 -> "t" + random.nextInt(5);
            case 3 -> new Date(random.nextInt(5) * 1000L);
            case 4 -> null;
            default -> random.nextInt(5);
        };
    }

    private static Document randomFilter(java.util.Random random, int depth) {
        if (depth > 0 && random.nextInt(4) == 0) {
            String operator = random.nextBoolean() ? "$or" : "$and";
            return new Document(operator, List.of(randomFilter(random, depth - 1), randomFilter(random, depth - 1)))
                    .append("a", randomPredicate(random));
        }
        Document filter = new Document();
        for (int i = random.nextInt(3); i >= 0; i--) {
            filter.append(List.of("a", "b", "l", "o.x", "o.y", "_id").get(random.nextInt(6)), randomPredicate(random));
        }
        return random.nextInt(8) == 0
                ? filter.append(
                        "o",
                        new Document("$elemMatch", new Document("x", random.nextInt(4)).append("y", random.nextInt(4))))
                : filter;
    }

    private static Object randomPredicate(java.util.Random random) {
        Object value = randomValue(random);
        return switch (random.nextInt(9)) {
            case 0 -> new Document("$gt", value);
            case 1 -> new Document("$gte", value);
            case 2 -> new Document("$lt", value);
            case 3 -> new Document("$gte", random.nextInt(3)).append("$lt", 2 + random.nextInt(3));
            case 4 -> new Document("$in", java.util.Arrays.asList(value, randomValue(random)));
            case 5 -> new Document("$exists", random.nextBoolean());
            case 6 -> new Document("$ne", value);
            default -> value;
        };
    }
}
