package cn.jiangxue.local.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentStoreTest {

    @TempDir
    Path folder;

    @Test
    void what_was_written_is_there_after_reopening() {
        UUID id = UUID.randomUUID();
        try (var store = DocumentStore.open(folder.resolve("store.mv"), 0);
                var client = MongoClients.create(store.uri())) {
            client.getDatabase("t").getCollection("c").insertOne(new Document("_id", id).append("n", 1L));
        }

        try (var store = DocumentStore.open(folder.resolve("store.mv"), 0);
                var client = MongoClients.create(store.uri())) {
            Document found = client.getDatabase("t")
                    .getCollection("c")
                    .find(new Document("_id", id))
                    .first();
            assertThat(found).containsEntry("n", 1L);
        }
    }
}
