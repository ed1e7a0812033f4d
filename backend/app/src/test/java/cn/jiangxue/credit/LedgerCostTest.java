package cn.jiangxue.credit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.CreditApi.EntryKind;
import cn.jiangxue.credit.rules.Posting;
import cn.jiangxue.local.mongo.DocumentStore;
import cn.jiangxue.outcome.OutcomeFixture;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.PlatformConfiguration;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.LearnerId;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What an account costs does not grow with its history: documents the store had to look at. */
class LedgerCostTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LONG = 100_000;
    private static final int BATCH = 5_000;

    private DocumentStore store;
    private MongoClient client;
    private MongoDatabase database;
    private CreditLedger ledger;

    @BeforeEach
    void open() {
        store = DocumentStore.temporary();
        client = MongoClients.create(PlatformConfiguration.clientSettings(store.uri()));
        database = client.getDatabase("cost");
        ledger = new CreditLedger(new DocumentsFactory(database), Clock.systemUTC());
        ledger.ensureIndexes(database).block(PATIENCE);
    }

    @AfterEach
    void close() throws Exception {
        ledger.close();
        client.close();
        store.close();
    }

    @Test
    void balance_pages_and_posting_cost_the_same_with_thirty_entries_and_a_hundred_thousand() {
        LearnerId brief = account(30);
        LearnerId longer = account(LONG);
        LearningAccounts accounts = new LearningAccounts(ledger, OutcomeFixture.none(database, ledger.time()));

        assertThat(examined(() -> accounts.balance(longer))).isEqualTo(1);
        assertSame(brief, longer, who -> accounts.account(who, null));
        assertSame(brief, longer, who -> accounts.entries(who, EntryKind.DEPOSIT, null));
        assertThat(examined(() -> accounts.entries(longer, EntryKind.EXPIRE, null)))
                .as("a kind that never occurs")
                .isLessThanOrEqualTo(1);
        assertThat(List.of(brief, longer))
                .allSatisfy(who -> assertThat(examined(() ->
                                ledger.post(Posting.debit(who, "spend", new Credits(1), "application:x", Ask.REASON))))
                        .as("a posting, with what the relay did meanwhile")
                        .isBetween(2L, 4L));
    }

    private void assertSame(LearnerId brief, LearnerId longer, Function<LearnerId, Mono<?>> read) {
        long few = examined(() -> read.apply(brief));
        assertThat(examined(() -> read.apply(longer))).isEqualTo(few).isLessThan(60);
    }

    private long examined(Supplier<Mono<?>> read) {
        long before = store.documentsExamined();
        read.get().block(PATIENCE);
        return store.documentsExamined() - before;
    }

    /** An account with so many entries, each a copy of the first. */
    private LearnerId account(int entries) {
        LearnerId learner = new LearnerId(UUID.randomUUID());
        Posted first =
                new Postings(ledger).post(Ask.deposit(learner, 1_000, null)).block(PATIENCE);
        UUID firstId = ((Posted.Entered) first).entry().entryId();
        var collection = database.getCollection("credit_entries", BsonDocument.class);
        BsonDocument pattern = Mono.from(
                        collection.find(new BsonDocument("_id", new BsonBinary(firstId, UuidRepresentation.STANDARD))))
                .block(PATIENCE);
        List<BsonDocument> batch = new ArrayList<>();
        for (int seq = 2; seq <= entries; seq++) {
            BsonDocument next = pattern.clone();
            next.put("_id", new BsonBinary(UUID.randomUUID(), UuidRepresentation.STANDARD));
            next.put("seq", new BsonInt64(seq));
            next.put("cause", new BsonString("event:" + seq));
            next.put("award", new BsonString(learner.value() + "/" + seq));
            batch.add(next);
            if (batch.size() == BATCH || seq == entries) {
                Mono.from(collection.insertMany(batch)).block(PATIENCE);
                batch.clear();
            }
        }
        return learner;
    }
}
