package cn.jiangxue.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.TransparencyApi.ProvenRecord;
import cn.jiangxue.contract.TransparencyApi.RecordProof;
import cn.jiangxue.contract.TransparencyApi.Statement;
import cn.jiangxue.credit.rules.Award;
import cn.jiangxue.credit.rules.Posting;
import cn.jiangxue.credit.rules.RulePin;
import cn.jiangxue.ground.Ground;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.proof.Checkpoint;
import cn.jiangxue.proof.Hash;
import cn.jiangxue.proof.LogAudit;
import cn.jiangxue.proof.LogAudit.Change;
import cn.jiangxue.proof.LogAudit.Finding;
import cn.jiangxue.proof.SignedNote;
import cn.jiangxue.proof.StatedRecord;
import cn.jiangxue.proof.StatementCheck;
import cn.jiangxue.proof.StatementCheck.Stated;
import cn.jiangxue.proof.Tile;
import cn.jiangxue.transparency.LoggedRecord;
import cn.jiangxue.transparency.OpenedLog;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.LearnerId;
import cn.jiangxue.vocabulary.OutcomeId;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The ledger in its tamper-evident log, and what an auditor finds with the files he carried away. */
class LedgerLogTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final LocalText TEXT = new LocalText("修完课程", "Course completed");
    private static final RulePin RULE = new RulePin("course-to-credit", 2, TEXT, TEXT, "SAMPLE");

    @TempDir
    Path folder;

    private final LearnerId li = new LearnerId(UUID.randomUUID());
    private Ground ground;
    private CreditLedger ledger;
    private LedgerLeaves leaves;
    private OpenedLog log;
    private AccountStatements statements;

    @BeforeEach
    void open() {
        ground = new Ground();
        ledger = new CreditLedger(ground.documents, ground.clock);
        ledger.ensureIndexes(ground.database).block(PATIENCE);
        leaves = new LedgerLeaves(ledger.store());
        log = new OpenedLog(leaves, ground.documents, folder, ground.clock);
        statements = new AccountStatements(ledger, log.logs);
    }

    @AfterEach
    void close() throws Exception {
        ledger.close();
        ground.close();
    }

    @Test
    void an_entry_is_proved_once_a_head_covers_it() {
        log.round().block(PATIENCE);
        post(1);
        assertThatThrownBy(() -> statements.proof(li, 1).block(PATIENCE))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ProblemCode.NOT_YET_LOGGED));

        awaitCovered(1);

        RecordProof proof = statements.proof(li, 1).block(PATIENCE);
        assertThat(stated(proof.record()).isUnder(head(proof.head().note()))).isTrue();
        assertThat(proof.record().canonical()).contains("learner=" + li.value());
        assertThatThrownBy(() -> statements.proof(li, 2).block(PATIENCE))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ProblemCode.NOT_FOUND));
    }

    @Test
    void a_statement_of_many_pages_holds_under_one_head_and_a_page_is_bounded() {
        post(230);
        awaitCovered(230);

        List<Statement> pages = pages();

        assertThat(pages).hasSize(3);
        assertThat(pages)
                .extracting(Statement::head)
                .containsOnly(pages.getFirst().head());
        assertThat(pages).extracting(page -> page.entries().size()).containsExactly(100, 100, 30);
        assertThat(StatementCheck.check(head(pages.getFirst().head().note()), whole(pages)))
                .isEmpty();
        Stated forged = whole(pages);
        assertThat(StatementCheck.check(
                        head(pages.getFirst().head().note()),
                        new Stated(
                                forged.learnerId(),
                                forged.seq(),
                                forged.availableMilli() + 1,
                                0,
                                forged.entries(),
                                List.of())))
                .hasSize(1);
    }

    @Test
    void entries_of_a_release_that_knew_no_log_are_taken_in() {
        post(30);
        awaitKept(30);
        Mono.from(ground.database.getCollection("log_ledger_parcels").deleteMany(Filters.empty()))
                .block(PATIENCE);

        log.round().block(PATIENCE);

        assertThat(StatementCheck.check(head(pages().getFirst().head().note()), whole(pages())))
                .isEmpty();
        assertThat(pages().getFirst().entries()).hasSize(30);
    }

    @Test
    void an_entry_edited_in_the_database_is_named() {
        post(20);
        awaitCovered(20);
        LoggedRecord seventh = logged().get(6);
        change(seventh.id(), Updates.set("balanceAfterMilli", 9_999_999L));

        assertThat(audit()).hasValue(new Finding(Change.EDITED, 6, null));
        assertThat(StatementCheck.check(head(pages().getFirst().head().note()), whole(pages())))
                .isNotEmpty();
    }

    @Test
    void an_entry_dropped_from_the_database_is_named() {
        post(20);
        awaitCovered(20);
        LoggedRecord fourth = logged().get(3);
        Mono.from(ground.database.getCollection("credit_entries").deleteOne(Filters.eq("_id", fourth.id())))
                .block(PATIENCE);

        assertThat(audit()).hasValue(new Finding(Change.DROPPED, 3, null));
        assertThat(pages().getFirst().waitingSeqs()).hasSize(1);
    }

    @Test
    void entries_whose_places_were_exchanged_are_named() {
        post(20);
        awaitCovered(20);
        UUID third = logged().get(2).id();
        UUID ninth = logged().get(8).id();
        // By way of a place that is nobody's, for each is taken once.
        place(third, 1_000);
        place(ninth, 2);
        place(third, 8);

        assertThat(audit()).hasValue(new Finding(Change.REORDERED, 2, 8L));
    }

    private void post(int count) {
        Flux.range(1, count)
                .concatMap(i -> ledger.post(Posting.deposit(
                        li,
                        "event-" + i,
                        new Award(new OutcomeId(UUID.randomUUID()), "occupation:6-18-01-01"),
                        new Credits(100L * i),
                        "6-18-01-01",
                        RULE,
                        TEXT,
                        List.of())))
                .blockLast(PATIENCE);
    }

    private void awaitKept(int count) {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            ground.clock.advanceSeconds(60);
            ledger.sweep().block(PATIENCE);
            return OpenedLog.leaves(ground.documents, LedgerLeaves.LOG)
                            .block(PATIENCE)
                            .size()
                    == count;
        });
    }

    private void awaitCovered(int count) {
        awaitKept(count);
        log.round().block(PATIENCE);
        assertThat(leavesOutside()).hasSize(count);
    }

    private List<Statement> pages() {
        List<Statement> pages = new ArrayList<>();
        String cursor = null;
        do {
            pages.add(statements.statement(li, cursor).block(PATIENCE));
            cursor = pages.getLast().next();
        } while (cursor != null);
        return pages;
    }

    private static Stated whole(List<Statement> pages) {
        Statement last = pages.getLast();
        return new Stated(
                last.learnerId().toString(),
                last.seq(),
                last.availableMilli(),
                last.heldMilli(),
                pages.stream()
                        .flatMap(page -> page.entries().stream())
                        .map(LedgerLogTest::stated)
                        .toList(),
                pages.stream().flatMap(page -> page.waitingSeqs().stream()).toList());
    }

    private static StatedRecord stated(ProvenRecord record) {
        return new StatedRecord(
                record.index(),
                record.salt(),
                record.canonical(),
                record.path().stream().map(Hash::ofHex).toList());
    }

    private static Checkpoint head(String note) {
        return SignedNote.parse(note).checkpoint();
    }

    private List<Hash> leavesOutside() {
        try {
            return Tile.hashes(Files.readAllBytes(folder.resolve("tree-heads/ledger.leaves")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What the records are now, in the order the database says the log has. */
    private List<LoggedRecord> logged() {
        List<UUID> order = Flux.from(ground.database
                        .getCollection("log_ledger_leaves")
                        .find(Filters.gte("place", 0L))
                        .sort(new Document("place", 1)))
                .map(leaf -> leaf.get("_id", UUID.class))
                .collectList()
                .block(PATIENCE);
        Map<UUID, LoggedRecord> found =
                leaves.byIds(order).collectMap(LoggedRecord::id).block(PATIENCE);
        return order.stream()
                .map(id -> found.getOrDefault(id, new LoggedRecord(id, "", "", "")))
                .toList();
    }

    private Optional<Finding> audit() {
        return LogAudit.records(
                leavesOutside(),
                logged().stream()
                        .map(record ->
                                record.canonical().isEmpty() ? Optional.<Hash>empty() : Optional.of(record.leaf()))
                        .toList());
    }

    private void change(UUID id, Bson update) {
        Mono.from(ground.database.getCollection("credit_entries").updateOne(Filters.eq("_id", id), update))
                .block(PATIENCE);
    }

    private void place(UUID id, long place) {
        Mono.from(ground.database
                        .getCollection("log_ledger_leaves")
                        .updateOne(Filters.eq("_id", id), Updates.set("place", place)))
                .block(PATIENCE);
    }
}
