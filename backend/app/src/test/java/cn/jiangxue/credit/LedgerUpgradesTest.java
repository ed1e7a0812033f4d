package cn.jiangxue.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jiangxue.credit.rules.AccountState;
import cn.jiangxue.credit.rules.Leaf;
import cn.jiangxue.credit.rules.Lots;
import cn.jiangxue.ground.Ground;
import cn.jiangxue.transparency.OpenedLog;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.LearnerId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Accounts and entries as earlier releases wrote them: the account in a document of its own, its newest entries in it until they were moved. */
class LedgerUpgradesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Of the first release; ids are filled in. */
    private static final String ENTRY = """
        {"schema": 1, "seq": {"$numberLong": "1"}, "kind": "DEPOSIT", "cause": "event:1",
         "legs": [{"account": "learner:x", "bucket": "available", "milli": {"$numberLong": "6000"}},
                  {"account": "rule:course-to-credit", "bucket": "issued", "milli": {"$numberLong": "-6000"}}],
         "availableChangeMilli": {"$numberLong": "6000"}, "heldChangeMilli": {"$numberLong": "0"},
         "balanceAfterMilli": {"$numberLong": "6000"}, "counter": "rule:course-to-credit",
         "reason": {"zh": "修完课程", "en": "Course completed"}, "findings": [],
         "postedAt": {"$date": "2026-11-20T04:00:00Z"}, "salt": "000102030405060708090a0b0c0d0e0f",
         "leafHash": "%s"}\
        """;

    private static final String ACCOUNT = """
        {"schema": 1, "seq": {"$numberLong": "1"}, "availableMilli": {"$numberLong": "6000"},
         "heldMilli": {"$numberLong": "%d"},
         "earned": [{"occupationCode": "6-18-01-01", "milli": {"$numberLong": "6000"}}], "pending": []}\
        """;

    private static final UUID FIRST = new UUID(3, 4);
    private static final String HASH = "ab".repeat(32);

    private final Ground ground = new Ground();
    private final CreditLedger ledger = new CreditLedger(ground.documents, ground.time);
    private final LearnerId li = new LearnerId(new UUID(1, 2));

    @AfterEach
    void close() throws Exception {
        ledger.close();
        ground.close();
    }

    @Test
    void earlier_credit_is_there_never_ends_and_can_be_spent() {
        insert("credit_entries", entry(), FIRST);
        insert("credit_accounts", BsonDocument.parse(ACCOUNT.formatted(0)), li.value());

        ground.clock.advanceSeconds(Duration.ofDays(36_500).toSeconds());
        Posted spent = new Postings(ledger).post(Ask.debit(li, 5_000)).block(PATIENCE);

        assertThat(spent).isInstanceOf(Posted.Entered.class);
        AccountState account = ledger.store().account(li).block();
        assertThat(account.seq()).isEqualTo(2);
        assertThat(account.lots()).isEqualTo(Lots.of(null, new Credits(1_000)));
        assertThat(account.earned()).containsOnly(Map.entry("6-18-01-01", new Credits(6_000)));
        assertThat(accountsLeft()).isZero();
    }

    @Test
    void what_was_set_aside_in_one_sum_is_one_hold() {
        insert("credit_entries", entry(), FIRST);
        insert("credit_accounts", BsonDocument.parse(ACCOUNT.formatted(2_500)), li.value());

        AccountState account = ledger.store().account(li).block();

        assertThat(account.held().milli()).isEqualTo(2_500);
        assertThat(account.hold(LedgerUpgrades.EARLIER)).isPresent();
        assertThat(LearningAccounts.holds(account)).isEmpty();
    }

    @Test
    void an_earlier_entry_reads_on_and_its_hash_still_holds() {
        insert("credit_entries", entry(), FIRST);

        EntryDocument read = ledger.store().kept(FIRST).block();

        assertThat(read.schema()).isEqualTo(3);
        assertThat(read.entry().parts()).hasSize(1);
        assertThat(Leaf.canonicalForm(read.entry()))
                .startsWith("jiangxue-ledger-entry/1\n")
                .doesNotContain("part=");
        assertThat(read.view().usableUntil()).isNull();
    }

    @Test
    void an_entry_that_still_stood_in_its_account_gets_its_place_and_its_leaf() {
        insert("credit_accounts", withPending(ACCOUNT.formatted(0)), li.value());

        assertThat(ledger.store().account(li).block().available().milli()).isEqualTo(6_000);

        assertThat(ledger.store().kept(FIRST).block().entry().parts()).hasSize(1);
        ground.clock.advanceSeconds(60);
        ledger.sweep().block(PATIENCE);
        assertThat(OpenedLog.leaves(ground.documents, LedgerLeaves.LOG).block(PATIENCE))
                .containsOnlyKeys(FIRST);
    }

    @Test
    void an_entry_that_still_stood_in_its_account_is_found_by_its_id_and_in_the_list() {
        insert("credit_accounts", withPending(ACCOUNT.formatted(0)), li.value());
        assertThat(ledger.store().entryById(li, FIRST).block()).isNotNull();

        LearnerId wang = new LearnerId(new UUID(5, 6));
        BsonDocument entry = entry().append("learnerId", new BsonBinary(wang.value(), UuidRepresentation.STANDARD));
        BsonDocument account = BsonDocument.parse(ACCOUNT.formatted(0));
        account.getArray("pending")
                .add(entry.append("_id", new BsonBinary(new UUID(7, 8), UuidRepresentation.STANDARD)));
        insert("credit_accounts", account, wang.value());
        assertThat(ledger.store().page(wang, null, 10).block()).hasSize(1);
    }

    @Test
    void an_account_that_its_entries_contradict_is_left_as_it_was() {
        ledger.ensureIndexes(ground.database).block(PATIENCE);
        BsonDocument account = withPending(ACCOUNT.formatted(0));
        insert("credit_entries", entry(), new UUID(11, 12));
        insert("credit_accounts", account, li.value());

        ledger.store().liftAll().block(PATIENCE);

        assertThat(accountsLeft()).isEqualTo(1);
        assertThatThrownBy(() -> ledger.store().account(li).block(PATIENCE))
                .hasMessageContaining("does not tell of it");
    }

    @Test
    void all_accounts_are_lifted_after_the_start_and_once_more_changes_nothing() {
        for (int i = 0; i < 250; i++) {
            UUID learner = new UUID(9, i);
            BsonDocument entry = entry().append("learnerId", new BsonBinary(learner, UuidRepresentation.STANDARD));
            insert("credit_entries", entry, new UUID(10, i));
            insert("credit_accounts", BsonDocument.parse(ACCOUNT.formatted(0)), learner);
        }

        Mono.when(ledger.store().liftAll(), ledger.store().liftAll()).block(PATIENCE);
        ledger.store().liftAll().block(PATIENCE);

        assertThat(accountsLeft()).isZero();
        for (int i = 0; i < 250; i++) {
            assertThat(ledger.store()
                            .account(new LearnerId(new UUID(9, i)))
                            .block()
                            .available()
                            .milli())
                    .isEqualTo(6_000);
        }
    }

    @Test
    void credit_of_an_earlier_account_ends_on_its_day() {
        String account = ACCOUNT.formatted(0)
                .replace(
                        "\"schema\": 1",
                        "\"schema\": 2, \"holds\": [], \"lots\": [{\"until\": {\"$date\": \"2027-03-01T00:00:00Z\"},"
                                + " \"milli\": {\"$numberLong\": \"6000\"}}]");
        insert("credit_entries", entry(), FIRST);
        insert("credit_accounts", BsonDocument.parse(account), li.value());
        ledger.store().liftAll().block(PATIENCE);

        assertThat(ledger.store().expired(LocalDate.of(2027, 2, 28), 10).block(PATIENCE))
                .isEmpty();
        assertThat(ledger.store().expired(LocalDate.of(2027, 3, 1), 10).block(PATIENCE))
                .singleElement()
                .satisfies(due -> assertThat(due.learnerId()).isEqualTo(li.value()));
    }

    private BsonDocument entry() {
        return BsonDocument.parse(ENTRY.formatted(HASH))
                .append("learnerId", new BsonBinary(li.value(), UuidRepresentation.STANDARD));
    }

    private BsonDocument withPending(String account) {
        BsonDocument stored = BsonDocument.parse(account);
        stored.getArray("pending").add(entry().append("_id", new BsonBinary(FIRST, UuidRepresentation.STANDARD)));
        return stored;
    }

    private long accountsLeft() {
        return Mono.from(ground.database.getCollection("credit_accounts").countDocuments())
                .block(PATIENCE);
    }

    private void insert(String collection, BsonDocument stored, UUID id) {
        stored.put("_id", new BsonBinary(id, UuidRepresentation.STANDARD));
        Mono.from(ground.database.getCollection(collection, BsonDocument.class).insertOne(stored))
                .block(PATIENCE);
    }
}
