package cn.jiangxue.stating;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.IdentityApi.PersonView;
import cn.jiangxue.contract.StatingApi.Import;
import cn.jiangxue.contract.StatingApi.ImportState;
import cn.jiangxue.contract.StatingApi.Row;
import cn.jiangxue.contract.StatingApi.RowResult;
import cn.jiangxue.testing.Site;
import cn.jiangxue.testing.WholeBackend;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Runs that die anywhere, and several at once. The service's own sweep goes on beside them, as another node would. */
@WholeBackend
class ImportFaultsTest {

    private static final int ROWS = 6_000;

    @Autowired
    Site site;

    @Autowired
    ImportRecord record;

    @Autowired
    ImportRun run;

    @Autowired
    MongoDatabase database;

    private ImportsFixture fixture;
    private List<PersonView> people;

    @BeforeEach
    void people() {
        fixture = new ImportsFixture(site);
        people = IntStream.range(0, 5).mapToObj(i -> fixture.learner()).toList();
    }

    @Test
    void an_import_whose_runs_are_cut_off_at_random_points_loses_nothing_and_counts_nothing_twice() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Import begun = fixture.send(file(), false);
        int cuts = 0;

        while (fixture.find(begun.id()).finishedAt() == null && cuts < 400) {
            Disposable running = record.current(begun.id())
                    .flatMap(record::lease)
                    .flatMap(run::go)
                    .onErrorComplete()
                    .subscribe();
            sleep(5 + random.nextInt(60));
            running.dispose();
            leaseRunsOut(begun.id());
            cuts++;
        }

        Import ended = fixture.ended(begun.id());
        assertThat(ended.state()).as("seed %d", seed).isEqualTo(ImportState.DONE);
        assertThat(cuts).isGreaterThan(5);
        requireWhole(ended, seed);
    }

    @Test
    void several_runs_of_one_import_at_once_come_to_one_result() {
        Import begun = fixture.send(file(), false);

        for (int i = 0; i < 4; i++) {
            record.current(begun.id())
                    .flatMap(record::lease)
                    .flatMap(run::go)
                    .onErrorComplete()
                    .subscribe();
            sleep(20);
        }
        Import ended = waitFor(begun.id());

        assertThat(ended.state()).isEqualTo(ImportState.DONE);
        requireWhole(ended, 0);
    }

    @Test
    void a_cancelled_import_stops_and_what_it_recorded_stays() {
        Import begun = fixture.send(file(), false);
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> fixture.find(begun.id()).accepted() > 0);

        Import cancelled =
                ImportsFixture.answer(fixture.officer.post(null, "/api/outcome-imports/{id}/cancellation", begun.id()));
        sleep(1_500);
        Import later = fixture.find(begun.id());

        assertThat(cancelled.state()).isEqualTo(ImportState.CANCELLED);
        assertThat(later.accepted()).isEqualTo(cancelled.accepted()).isLessThan(ROWS);
        assertThat(fixture.ended(file(), false).accepted() + stored()).isGreaterThanOrEqualTo(ROWS);
        assertThat(stored()).isEqualTo(ROWS);
    }

    private Import waitFor(UUID id) {
        for (int i = 0; i < 60 && fixture.find(id).finishedAt() == null; i++) {
            sleep(500);
            leaseRunsOut(id);
        }
        return fixture.ended(id);
    }

    private void requireWhole(Import ended, long seed) {
        assertThat(ended.rows()).isEqualTo(ROWS);
        assertThat(ended.accepted()).as("seed %d", seed).isEqualTo(ROWS);
        assertThat(ended.already() + ended.refused()).isZero();
        List<Row> rows = fixture.rows(ended.id(), false);
        assertThat(rows)
                .extracting(Row::line)
                .isEqualTo(IntStream.rangeClosed(2, ROWS + 1).boxed().toList());
        assertThat(rows).extracting(Row::result).containsOnly(RowResult.ACCEPTED);
        assertThat(stored()).isEqualTo(ROWS);
    }

    private String file() {
        StringBuilder file = new StringBuilder(ImportsFixture.HEADER);
        for (int i = 0; i < ROWS; i++) {
            file.append(ImportsFixture.row("R-" + i, people.get(i % people.size())));
        }
        return file.toString();
    }

    private long stored() {
        return Mono.from(database.getCollection("outcomes", BsonDocument.class)
                        .countDocuments(eq("issuerId", fixture.institution)))
                .block();
    }

    private void leaseRunsOut(UUID id) {
        Bson running =
                com.mongodb.client.model.Filters.and(eq("_id", id), com.mongodb.client.model.Filters.exists("dueAt"));
        Mono.from(database.getCollection("outcome_imports", BsonDocument.class)
                        .updateOne(running, Updates.set("dueAt", Instant.EPOCH)))
                .block();
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
