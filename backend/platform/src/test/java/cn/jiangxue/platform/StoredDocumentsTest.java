package cn.jiangxue.platform;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jiangxue.contract.Page;
import cn.jiangxue.local.mongo.DocumentStore;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.codecs.pojo.annotations.BsonId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Typed documents over a real store: older ones lifted on read, long lists in pages. */
class StoredDocumentsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    /** A tool of today; schema 1 had {@code label} for its name, schema 2 had no shelf. */
    record Tool(@BsonId UUID id, int schema, String name, String shelf, Instant changedAt) {}

    private static final SchemaUpgrade NAMED = new SchemaUpgrade(1, older -> {
        BsonDocument newer = older.clone();
        newer.put("name", newer.remove("label"));
        newer.put("schema", new BsonInt32(2));
        return newer;
    });
    private static final SchemaUpgrade SHELVED = new SchemaUpgrade(2, older -> {
        BsonDocument newer = older.clone();
        newer.put("shelf", new BsonString("A1"));
        newer.put("schema", new BsonInt32(3));
        return newer;
    });

    private DocumentStore store;
    private MongoClient client;
    private MongoDatabase database;
    private Documents<Tool> tools;

    @BeforeEach
    void open() {
        store = DocumentStore.temporary();
        client = MongoClients.create(PlatformConfiguration.clientSettings(store.uri()));
        database = client.getDatabase("test");
        tools = new DocumentsFactory(database).of("tools", Tool.class, NAMED, SHELVED);
    }

    @AfterEach
    void close() throws Exception {
        client.close();
        store.close();
    }

    @Test
    void a_document_of_each_earlier_schema_is_read_as_one_of_today() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        UUID third = UUID.randomUUID();
        raw(first, "label", "{'schema': 1, 'label': '卡尺'}");
        raw(second, "name", "{'schema': 2, 'name': '千分尺'}");
        tools.insert(new Tool(third, 3, "塞尺", "C3", NOON)).block();

        assertThat(tools.find(first).block()).isEqualTo(new Tool(first, 3, "卡尺", "A1", NOON));
        assertThat(tools.find(second).block()).isEqualTo(new Tool(second, 3, "千分尺", "A1", NOON));
        assertThat(tools.find(third).block()).isEqualTo(new Tool(third, 3, "塞尺", "C3", NOON));
    }

    @Test
    void an_upgraded_document_changes_in_the_store_only_when_it_is_written() {
        UUID first = UUID.randomUUID();
        raw(first, "label", "{'schema': 1, 'label': '卡尺'}");

        Tool lifted = tools.find(first).block();
        assertThat(stored(first)).containsKey("label").doesNotContainKey("shelf");
        tools.replaceIf(eq("_id", first), lifted).block();

        assertThat(stored(first)).containsKeys("name", "shelf").doesNotContainKey("label");
        assertThat(stored(first).getInt32("schema").getValue()).isEqualTo(3);
    }

    @Test
    void pages_of_the_newest_follow_without_gap_or_repeat_though_instants_are_equal() {
        List<Tool> made = IntStream.range(0, 25)
                .mapToObj(i -> new Tool(UUID.randomUUID(), 3, "工具" + i, "A1", NOON.plusSeconds(i / 10)))
                .toList();
        Flux.fromIterable(made).concatMap(tools::insert).blockLast();
        var newest = new NewestFirst<>(tools, "changedAt", 4, Tool::changedAt, Tool::id);

        List<Tool> seen = new ArrayList<>();
        String cursor = null;
        do {
            Page<Tool> page = newest.page(empty(), cursor, tool -> tool).block();
            assertThat(page.items()).hasSizeLessThanOrEqualTo(4);
            seen.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);

        assertThat(seen).containsExactlyInAnyOrderElementsOf(made);
        assertThat(seen).isSortedAccordingTo((one, other) -> other.changedAt().compareTo(one.changedAt()));
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        var newest = new NewestFirst<>(tools, "changedAt", 4, Tool::changedAt, Tool::id);

        assertThatThrownBy(() -> newest.page(empty(), Cursors.encode("somebody"), tool -> tool)
                        .block())
                .isInstanceOf(ProblemException.class);
    }

    private void raw(UUID id, String named, String json) {
        BsonDocument older = BsonDocument.parse(json);
        BsonDocument whole = tools.write(new Tool(id, 0, "", "", NOON));
        whole.remove("name");
        whole.remove("shelf");
        whole.putAll(older);
        assertThat(whole).containsKey(named);
        Mono.from(database.getCollection("tools", BsonDocument.class).insertOne(whole))
                .block();
    }

    private BsonDocument stored(UUID id) {
        return Mono.from(database.getCollection("tools", BsonDocument.class).find(eq("_id", id)))
                .block();
    }
}
