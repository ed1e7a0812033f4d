package cn.jiangxue.credit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.credit.PosterMain.Asked;
import cn.jiangxue.credit.rules.AccountState;
import cn.jiangxue.local.mongo.DocumentStore;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.PlatformConfiguration;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Posting processes that are killed at any point: before the entry is added, between the entry and its leaf, before the announcement is forgotten. */
@Tag("fault")
class KilledPosterTest {

    private static final int KILLS = 100;
    private static final int AT_ONCE = 3;
    private static final int MOST_LINES = 48;
    private static final int LONGEST_NANOS = 20_000_000;
    private static final long ENOUGH_MILLI = 1_000_000_000L;
    private static final String DATABASE = "killed_posters";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    @Test
    void nothing_acknowledged_is_lost_and_nothing_is_posted_twice_in_a_hundred_kills() throws Exception {
        long seed = 20_261_126L;
        Random random = new Random(seed);
        try (DocumentStore store = DocumentStore.temporary();
                MongoClient client = MongoClients.create(PlatformConfiguration.clientSettings(store.uri()))) {
            CreditLedger ledger =
                    new CreditLedger(new DocumentsFactory(client.getDatabase(DATABASE)), Clock.systemUTC());
            ledger.ensureIndexes(client.getDatabase(DATABASE)).block(PATIENCE);
            Postings postings = new Postings(ledger);
            Flux.range(0, PosterMain.LEARNERS)
                    .concatMap(i -> postings.post(Ask.deposit(PosterMain.learner(i), ENOUGH_MILLI, null)))
                    .blockLast(PATIENCE);
            List<Moment> moments = IntStream.range(0, KILLS)
                    .mapToObj(i -> new Moment(1 + random.nextInt(MOST_LINES), random.nextInt(LONGEST_NANOS)))
                    .toList();
            try (var killers = Executors.newFixedThreadPool(AT_ONCE)) {
                for (Future<?> killed : IntStream.range(0, KILLS)
                        .mapToObj(i -> killers.submit(() -> postAndKill(store.uri(), i, moments.get(i))))
                        .toList()) {
                    killed.get();
                }
            }

            ledger.start();
            Flux.fromIterable(asked)
                    .flatMap(name -> postings.post(again(name).movement()), 32)
                    .doOnNext(posted -> assertThat(posted).isInstanceOf(Posted.Entered.class))
                    .blockLast(PATIENCE);
            check(ledger.store());
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> ledger.store()
                            .announcedBefore(Instant.now(), 1)
                            .collectList()
                            .block()
                            .isEmpty());
            ledger.close();
        }
        System.out.println("kill -9 " + KILLS + " times: " + asked.size() + " asked, " + acknowledged.size()
                + " acknowledged, none lost, none twice; seed " + seed);
        assertThat(acknowledged.size()).isGreaterThan(KILLS);
    }

    /** When a poster dies: so long after it said so much. Counted in lines, it costs no more on a busy machine and hits the same work. */
    private record Moment(int lines, int nanos) {}

    private void postAndKill(String uri, int poster, Moment moment) {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx96m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            PosterMain.class.getName(),
                            uri,
                            DATABASE,
                            Integer.toString(poster))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var words = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            int heard = 0;
            for (String line = words.readLine(); line != null; line = words.readLine()) {
                if (hear(line) && ++heard == moment.lines()) {
                    LockSupport.parkNanos(moment.nanos());
                    // Through the handle: what it said before stays to be read.
                    process.toHandle().destroyForcibly();
                }
            }
            assertThat(heard).as("a poster that ran until it was killed").isGreaterThanOrEqualTo(moment.lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last line may be cut. */
    private boolean hear(String line) {
        boolean told = line.matches("(ASK|ACK) \\d+-\\d+");
        if (told) {
            (line.startsWith("ASK") ? asked : acknowledged).add(line.substring(4));
        }
        return told;
    }

    private static Asked again(String name) {
        String[] parts = name.split("-");
        return PosterMain.movement(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    private void check(LedgerStore store) {
        int entries = 0;
        for (int i = 0; i < PosterMain.LEARNERS; i++) {
            var learner = PosterMain.learner(i);
            AccountState account = store.account(learner).block();
            var kept = store.page(learner, null, 1_000_000).block(PATIENCE).reversed();
            assertThat(kept)
                    .extracting(EntryDocument::seq)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, account.seq()).boxed().toList());
            assertThat(kept).extracting(EntryDocument::cause).doesNotHaveDuplicates();
            assertThat(kept)
                    .allMatch(entry -> entry.legs().stream()
                                    .mapToLong(EntryDocument.StoredLeg::milli)
                                    .sum()
                            == 0);
            assertThat(kept.stream()
                            .mapToLong(EntryDocument::availableChangeMilli)
                            .sum())
                    .isEqualTo(account.available().milli());
            entries += kept.size();
        }
        assertThat(asked).containsAll(acknowledged);
        assertThat(entries)
                .as("the first deposits and one entry for each that was asked for")
                .isEqualTo(PosterMain.LEARNERS + asked.size());
    }
}
