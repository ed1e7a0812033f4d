package cn.jiangxue.credit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.local.mongo.DocumentStore;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.PlatformConfiguration;
import cn.jiangxue.proof.Checkpoint;
import cn.jiangxue.proof.Hash;
import cn.jiangxue.proof.LogAudit;
import cn.jiangxue.proof.SignedNote;
import cn.jiangxue.proof.Tile;
import cn.jiangxue.transparency.LoggedRecord;
import cn.jiangxue.transparency.OpenedLog;
import cn.jiangxue.transparency.TransparencyLogs;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code kill -9} of everything at once, at random points of posting, relaying and sequencing. */
@Tag("fault")
class LedgerKillTest {

    private static final int KILLS = 12;
    private static final long SEED = 20261126;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    Path folder;

    private final Set<UUID> acknowledged = new HashSet<>();

    @Test
    void no_acknowledged_entry_is_missing_from_the_log_none_stands_twice_and_every_head_ever_signed_holds()
            throws Exception {
        Random random = new Random(SEED);
        for (int life = 0; life < KILLS; life++) {
            live("life-" + life, 20 + random.nextInt(400));
        }

        try (DocumentStore store = DocumentStore.open(folder.resolve("store"), 0);
                MongoClient client = MongoClients.create(PlatformConfiguration.clientSettings(store.uri()))) {
            check(client);
        }
    }

    private void check(MongoClient client) throws IOException {
        DocumentsFactory documents = new DocumentsFactory(client.getDatabase("ledger"));
        CreditLedger ledger = new CreditLedger(documents, Clock.systemUTC());
        LedgerLeaves source = new LedgerLeaves(ledger.store());
        OpenedLog log = new OpenedLog(source, documents, folder, Clock.systemUTC());
        Instant began = Instant.now();
        ledger.start();

        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            log.round().block(PATIENCE);
            assertThat(log.doubt()).isEmpty();
            assertThat(order(client)).containsAll(acknowledged);
        });

        Duration delay = Duration.between(began, Instant.now());
        assertThat(delay).isLessThan(TransparencyLogs.MERGE_DELAY);
        ledger.close();
        List<UUID> order = order(client);
        Map<UUID, LoggedRecord> records =
                source.byIds(order).collectMap(LoggedRecord::id).block(PATIENCE);
        List<Hash> leaves = order.stream().map(id -> records.get(id).leaf()).toList();
        assertThat(leaves)
                .doesNotHaveDuplicates()
                .isEqualTo(Tile.hashes(Files.readAllBytes(folder.resolve("tree-heads/ledger.leaves"))));
        List<Checkpoint> heads =
                SignedNote.parseAll(Files.readString(folder.resolve("tree-heads/ledger.heads"))).stream()
                        .map(SignedNote::checkpoint)
                        .toList();
        assertThat(LogAudit.broken(heads, leaves)).isEmpty();
        assertThat(records).hasSize(entries(client));
        System.out.printf(
                "%d kills: %d entries acknowledged, %d in the log, %d heads; all covered %d ms after the last start%n",
                KILLS, acknowledged.size(), leaves.size(), heads.size(), delay.toMillis());
    }

    private static List<UUID> order(MongoClient client) {
        return Flux.from(client.getDatabase("ledger")
                        .getCollection("log_ledger_leaves")
                        .find(Filters.gte("place", 0L))
                        .sort(new Document("place", 1)))
                .map(leaf -> leaf.get("_id", UUID.class))
                .collectList()
                .block(PATIENCE);
    }

    private static int entries(MongoClient client) {
        return Mono.from(client.getDatabase("ledger")
                        .getCollection("credit_entries")
                        .countDocuments())
                .block(PATIENCE)
                .intValue();
    }

    /** Lives until so many entries are acknowledged. */
    private void live(String name, int entries) throws Exception {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LedgerChild.class.getName(),
                folder.toString(),
                name);
        Process child = new ProcessBuilder(new ArrayList<>(command))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (int n = 0; n < entries; n++) {
                acknowledged.add(next(said));
            }
            child.destroyForcibly().waitFor();
        }
    }

    /** Lines of the log between are passed over. */
    private static UUID next(BufferedReader said) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.length() == 36 && line.chars().filter(c -> c == '-').count() == 4) {
                return UUID.fromString(line);
            }
        }
        throw new IOException("the child ended by itself");
    }
}
