package cn.jiangxue.local.backup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.local.mongo.DocumentStore;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups are taken while people work: each is a state in which the site was. */
@Tag("fault")
class ConsistencyTest {
    private static final int WRITERS = 8;
    private static final int BACKUPS = 2;
    private static final int MOST_BACKUPS = 8;
    /** So large that files of the log are filled, emptied and deleted within seconds. */
    private static final int TEXT = 60_000;

    private static final int ROWS_CHANGED = 40;
    private static final int LOOKED_UP_EVERY = 7;

    @TempDir
    Path folder;

    private SampleFolder sample;
    private volatile boolean stopping;

    /** Writes an object, then the document that names it, then changes an earlier one; each step after the answer to the one before. */
    private final class Writer implements Runnable {
        private final int number;
        private final MongoCollection<Document> rows;
        private volatile int acknowledged;

        Writer(int number, MongoCollection<Document> rows) {
            this.number = number;
            this.rows = rows;
        }

        @Override
        public void run() {
            for (int n = 0; !stopping; n++) {
                String id = number + "-" + n;
                object(id);
                rows.insertOne(new Document("_id", id)
                        .append("unique", "u" + id)
                        .append("writer", number)
                        .append("n", n)
                        .append("a", 0)
                        .append("text", "x".repeat(n < ROWS_CHANGED ? TEXT : 10))
                        .append("b", 0));
                String changed = number + "-" + n % ROWS_CHANGED;
                rows.updateOne(Filters.eq("_id", changed), Updates.combine(Updates.inc("a", 1), Updates.inc("b", 1)));
                acknowledged = n + 1;
            }
        }

        private void object(String id) {
            try {
                Path aside = Files.writeString(folder.resolve("aside-" + number), id);
                Files.move(aside, objects(sample.data).resolve(id), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    @Test
    void everything_acknowledged_before_is_inside_nothing_is_torn_and_every_index_answers() throws Exception {
        sample = new SampleFolder(folder);
        Files.createDirectories(objects(sample.data));
        Files.createDirectories(folder.resolve("out"));
        Map<Path, List<Integer>> acknowledged = new HashMap<>();
        try (DocumentStore store = sample.open(sample.data);
                MongoClient client = MongoClients.create(store.uri());
                ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Writer> writers = writers(client);
            List<Future<?>> running =
                    writers.stream().<Future<?>>map(threads::submit).toList();
            try {
                for (int i = 0; i < BACKUPS || i < MOST_BACKUPS && !hasTidiedUp(); i++) {
                    Thread.sleep(700);
                    Path archive = folder.resolve("out/" + i + ".zip");
                    acknowledged.put(
                            archive,
                            writers.stream().map(writer -> writer.acknowledged).toList());
                    assertThat(sample.run(
                                    "backup",
                                    "--data",
                                    sample.data.toString(),
                                    "--to",
                                    archive.toString(),
                                    "--keys",
                                    archive + ".keys"))
                            .as(sample.said())
                            .isZero();
                    assertThat(sample.said()).doesNotContain(" 0 changes of documents at most");
                }
            } finally {
                // A backup that is found wrong ends the writers too.
                stopping = true;
            }
            for (Future<?> writer : running) {
                writer.get();
            }
        }

        assertThat(hasTidiedUp()).isTrue();
        for (Map.Entry<Path, List<Integer>> taken : acknowledged.entrySet()) {
            holds(taken.getKey(), taken.getValue());
        }
    }

    private boolean hasTidiedUp() {
        return !Files.exists(sample.data.resolve(SampleFolder.LOG));
    }

    private List<Writer> writers(MongoClient client) {
        var rows = client.getDatabase("jiangxue").getCollection("rows");
        rows.createIndex(Indexes.ascending("unique"), new IndexOptions().unique(true));
        rows.createIndex(Indexes.ascending("writer", "n"));
        return IntStream.range(0, WRITERS)
                .mapToObj(number -> new Writer(number, rows))
                .toList();
    }

    private void holds(Path archive, List<Integer> acknowledged) throws IOException {
        Path restored = folder.resolve("restored");
        assertThat(sample.run(
                        "restore", archive.toString(), "--keys", archive + ".keys", "--data", restored.toString()))
                .as(sample.said())
                .isZero();
        try (DocumentStore store = sample.open(restored);
                MongoClient client = MongoClients.create(store.uri())) {
            var rows = client.getDatabase("jiangxue").getCollection("rows");
            for (int number = 0; number < WRITERS; number++) {
                List<Document> own = rows.find(Filters.eq("writer", number))
                        .sort(new Document("n", 1))
                        .into(new java.util.ArrayList<>());
                assertThat(own.size()).isGreaterThanOrEqualTo(acknowledged.get(number));
                whole(own, acknowledged.get(number));
                own.stream()
                        .filter(row -> row.getInteger("n") % LOOKED_UP_EVERY == 0)
                        .forEach(row -> {
                            assertThat(rows.find(Filters.eq("unique", row.get("unique")))
                                            .first())
                                    .isEqualTo(row);
                            assertThat(objects(restored).resolve(row.getString("_id")))
                                    .hasContent(row.getString("_id"));
                        });
            }
        }
        Disk.remove(restored);
    }

    /** A writer's rows without a gap, each with both halves of its last change, and no change missing that was acknowledged. */
    private static void whole(List<Document> own, int acknowledged) {
        int changes = 0;
        for (int n = 0; n < own.size(); n++) {
            Document row = own.get(n);
            assertThat(row.getInteger("n")).isEqualTo(n);
            assertThat(row.getInteger("a")).isEqualTo(row.getInteger("b"));
            assertThat(row.getString("text")).hasSize(n < ROWS_CHANGED ? TEXT : 10);
            changes += row.getInteger("a");
        }
        assertThat(changes).isBetween(acknowledged, own.size());
    }

    private static Path objects(Path data) {
        return data.resolve("s3/objects/jiangxue");
    }
}
