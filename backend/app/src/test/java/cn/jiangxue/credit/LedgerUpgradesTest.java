package cn.jiangxue.credit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.credit.rules.Leaf;
import cn.jiangxue.ground.Ground;
import cn.jiangxue.vocabulary.LearnerId;
import java.time.Duration;
import java.util.UUID;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Accounts and entries as they were written before credit could end. */
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
        ledger.ensureIndexes(ground.database).block(PATIENCE);
        insert("credit_accounts", BsonDocument.parse(ACCOUNT.formatted(0)), li.value());

        ground.clock.advanceSeconds(Duration.ofDays(36_500).toSeconds());
        Posted spent = new Postings(ledger).post(Ask.debit(li, 5_000)).block(PATIENCE);

        assertThat(spent).isInstanceOf(Posted.Entered.class);
        AccountDocument account = ledger.store().account(li).block();
        assertThat(account.schema()).isEqualTo(2);
        assertThat(account.availableMilli()).isEqualTo(1_000);
        assertThat(account.lots()).containsExactly(new AccountDocument.StoredLot(null, 1_000));
        assertThat(account.expiresOn()).isNull();
    }

    @Test
    void what_was_set_aside_in_one_sum_is_one_hold() {
        insert("credit_accounts", BsonDocument.parse(ACCOUNT.formatted(2_500)), li.value());

        AccountDocument account = ledger.store().account(li).block();

        assertThat(account.state().held().milli()).isEqualTo(2_500);
        assertThat(account.state().hold(LedgerUpgrades.EARLIER)).isPresent();
        assertThat(LearningAccounts.holds(account)).isEmpty();
    }

    @Test
    void an_earlier_entry_reads_on_and_its_hash_still_holds() {
        UUID id = new UUID(3, 4);
        BsonDocument stored = BsonDocument.parse(ENTRY.formatted("x"))
                .append("learnerId", new BsonBinary(li.value(), UuidRepresentation.STANDARD));
        insert("credit_entries", stored, id);

        EntryDocument read = ledger.store().kept(id).block();

        assertThat(read.schema()).isEqualTo(2);
        assertThat(read.entry().parts()).hasSize(1);
        assertThat(Leaf.canonicalForm(read.entry()))
                .startsWith("jiangxue-ledger-entry/1\n")
                .doesNotContain("part=");
        assertThat(read.view().usableUntil()).isNull();
    }

    @Test
    void what_was_pending_in_an_earlier_account_is_lifted_with_it() {
        BsonDocument entry = BsonDocument.parse(ENTRY.formatted("x"))
                .append("_id", new BsonBinary(new UUID(3, 4), UuidRepresentation.STANDARD))
                .append("learnerId", new BsonBinary(li.value(), UuidRepresentation.STANDARD));
        BsonDocument account = BsonDocument.parse(ACCOUNT.formatted(0));
        account.getArray("pending").add(entry);
        insert("credit_accounts", account, li.value());

        AccountDocument read = ledger.store().account(li).block();

        assertThat(read.pendingEntries())
                .singleElement()
                .satisfies(pending -> assertThat(pending.parts()).hasSize(1));
    }

    private void insert(String collection, BsonDocument stored, UUID id) {
        stored.put("_id", new BsonBinary(id, UuidRepresentation.STANDARD));
        Mono.from(ground.database.getCollection(collection, BsonDocument.class).insertOne(stored))
                .block(PATIENCE);
    }
}
