package cn.jiangxue.local.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An update that names its row by {@code _id} answers and leaves exactly what the same update does that must look for its row (which the library runs): rows, counts
 * and refusals.
 */
class DirectUpdateTest {

    private static final int ROWS = 6;
    private static final int STATEMENTS = 1_500;
    private static final List<String> NAMES = List.of("a", "b", "c", "list", "unique");

    private DocumentStore store;
    private MongoClient client;
    private MongoCollection<Document> named;
    private MongoCollection<Document> sought;

    @BeforeEach
    void open() {
        store = DocumentStore.temporary();
        client = MongoClients.create(store.uri());
        named = collection("named");
        sought = collection("sought");
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    private MongoCollection<Document> collection(String name) {
        var made = client.getDatabase("direct").getCollection(name);
        made.createIndex(Indexes.ascending("a", "b"));
        made.createIndex(Indexes.ascending("list.x"));
        made.createIndex(
                Indexes.ascending("unique"), new IndexOptions().unique(true).sparse(true));
        return made;
    }

    @Test
    void both_ways_do_the_same_to_the_same_rows() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int id = 0; id < ROWS; id++) {
            both(new Statement(id, new Document(), new Document("a", id), true, true));
        }

        for (int i = 0; i < STATEMENTS; i++) {
            Statement statement = Statement.any(random);
            if (random.nextInt(20) == 0) {
                Document gone = new Document("_id", random.nextInt(ROWS));
                named.deleteOne(gone);
                sought.deleteOne(gone);
            }

            assertThat(both(statement)).as("seed %d, %s", seed, statement).isTrue();
        }

        assertThat(byValue(rows(named))).as("seed %d", seed).isEqualTo(byValue(rows(sought)));
        for (String field : List.of("a", "b", "list.x", "unique")) {
            for (int value = -1; value < 5; value++) {
                Document filter = new Document(field, value);
                assertThat(named.countDocuments(filter))
                        .as("seed %d, %s", seed, filter)
                        .isEqualTo(rows(named).stream()
                                .filter(row -> sought.countDocuments(
                                                new Document("_id", row.get("_id")).append("$and", List.of(filter)))
                                        == 1)
                                .count());
            }
        }
    }

    /** That a row is modified when its bytes change, as on a MongoDB server, and not when its numbers do, is the one difference: numbers are compared by value. */
    private boolean both(Statement statement) {
        Document id = new Document("_id", statement.id());
        Document before = named.find(id).first();
        Answer one = answer(named, statement.named());
        Answer other = answer(sought, statement.sought());
        Document after = named.find(id).first();
        assertThat(one.text()).as("%s", statement).isEqualTo(other.text());
        assertThat(byValue(after))
                .as("%s", statement)
                .isEqualTo(byValue(sought.find(id).first()));
        if (before != null && after != null && one.modified() == 0) {
            assertThat(after).as("%s", statement).isEqualTo(before);
        }
        return true;
    }

    private record Answer(String text, int modified) {}

    private static List<Document> rows(MongoCollection<Document> of) {
        return of.find().sort(new Document("_id", 1)).into(new ArrayList<>());
    }

    /** The same with every whole number as a long. */
    private static @Nullable Object byValue(@Nullable Object value) {
        return switch (value) {
            case Integer number -> (Object) number.longValue();
            case Document document -> {
                Document all = new Document();
                document.forEach((name, inner) -> all.append(name, byValue(inner)));
                yield all;
            }
            case List<?> elements ->
                elements.stream().map(DirectUpdateTest::byValue).toList();
            case null, default -> value;
        };
    }

    /** What the store said, without the names of the collections. */
    private static Answer answer(MongoCollection<Document> collection, WriteModel<Document> model) {
        try {
            BulkWriteResult done = collection.bulkWrite(List.of(model));
            String text =
                    done.getMatchedCount() + " matched, " + done.getUpserts().size() + " made";
            return new Answer(text, done.getModifiedCount());
        } catch (MongoBulkWriteException e) {
            var error = e.getWriteErrors().getFirst();
            String message = error.getMessage().replace("direct.named", "").replace("direct.sought", "");
            return new Answer(error.getCode() + " " + message, 0);
        }
    }

    /** One update, in two forms that mean the same. */
    private record Statement(int id, Document guard, Document change, boolean replaces, boolean upsert) {

        static Statement any(Random random) {
            Document guard = new Document();
            if (random.nextInt(3) == 0) {
                guard.append(name(random), value(random, 0));
            }
            boolean replaces = random.nextBoolean();
            return new Statement(
                    random.nextInt(ROWS + 1),
                    guard,
                    replaces ? fields(random) : operators(random),
                    replaces,
                    random.nextInt(4) == 0);
        }

        private static Document fields(Random random) {
            Document some = new Document();
            for (int i = random.nextInt(4); i > 0; i--) {
                some.append(name(random), value(random, 0));
            }
            if (random.nextInt(8) == 0) {
                some.append("_id", random.nextInt(ROWS));
            }
            return some;
        }

        private static Document operators(Random random) {
            Document some = new Document();
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                String path = random.nextInt(6) == 0 ? "list.0.x" : name(random);
                switch (random.nextInt(4)) {
                    case 0 -> in(some, "$inc").append(path, random.nextBoolean() ? 1 : (Object) 2L);
                    case 1 -> in(some, "$unset").append(path, "");
                    case 2 -> in(some, "$max").append(path, random.nextInt(4));
                    default -> in(some, "$set").append(path, value(random, 0));
                }
            }
            return some;
        }

        private static Document in(Document update, String operator) {
            return (Document) update.computeIfAbsent(operator, none -> new Document());
        }

        private static String name(Random random) {
            return NAMES.get(random.nextInt(NAMES.size()));
        }

        /** No array directly in an array: there the library's own matcher goes one level deeper than a MongoDB server, and no index does. */
        private static Object value(Random random, int depth) {
            return switch (random.nextInt(depth > 1 ? 6 : 9)) {
                case 0, 1, 2 -> random.nextInt(4);
                case 3 -> (long) random.nextInt(4);
                case 4 -> "t" + random.nextInt(3);
                case 5 ->
                    List.of(
                                    new Date(random.nextInt(3)),
                                    new UUID(1, random.nextInt(2)),
                                    new Binary(new byte[3]),
                                    true,
                                    1.5)
                            .get(random.nextInt(5));
                case 6 -> new Document("x", value(random, depth + 1)).append("y", null);
                case 7 -> List.of(new Document("x", value(random, depth + 1)), new Document("x", random.nextInt(3)));
                default -> List.of(value(random, 2));
            };
        }

        WriteModel<Document> named() {
            Document filter = new Document("_id", id);
            filter.putAll(guard);
            return model(id % 2 == 0 ? filter : new Document("$and", List.of(new Document("_id", id), guard)));
        }

        WriteModel<Document> sought() {
            Document filter = new Document("_id", new Document("$eq", id));
            filter.putAll(guard);
            return model(filter);
        }

        private WriteModel<Document> model(Document filter) {
            return replaces
                    ? new ReplaceOneModel<>(filter, change, new ReplaceOptions().upsert(upsert))
                    : new UpdateOneModel<>(filter, change, new UpdateOptions().upsert(upsert));
        }
    }
}
