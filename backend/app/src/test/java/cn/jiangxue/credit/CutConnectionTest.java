package cn.jiangxue.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jiangxue.credit.rules.AccountState;
import cn.jiangxue.ground.CuttingProxy;
import cn.jiangxue.local.mongo.DocumentStore;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.PlatformConfiguration;
import cn.jiangxue.vocabulary.LearnerId;
import com.mongodb.MongoException;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A connection that is cut after the entry was added and before the answer came. */
@Tag("fault")
class CutConnectionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LearnerId li = new LearnerId(UUID.randomUUID());

    @Test
    void a_retry_after_the_answer_was_lost_adds_nothing() throws Exception {
        try (DocumentStore store = DocumentStore.temporary();
                CuttingProxy proxy = new CuttingProxy(store.port());
                MongoClient client = MongoClients.create(PlatformConfiguration.clientSettings(proxy.uri()))) {
            CreditLedger ledger = new CreditLedger(new DocumentsFactory(client.getDatabase("cut")), Clock.systemUTC());
            ledger.ensureIndexes(client.getDatabase("cut")).block(PATIENCE);
            Postings postings = new Postings(ledger);
            Movement deposit = Ask.deposit(li, 6_000, null);

            proxy.cutAnswerTo("insert", LedgerStore.ENTRIES);
            assertThatThrownBy(() -> postings.post(deposit).block(PATIENCE)).isInstanceOf(MongoException.class);
            Posted again = postings.post(deposit).block(PATIENCE);

            assertThat(proxy.cuts()).isEqualTo(1);
            assertThat(again)
                    .isInstanceOfSatisfying(
                            Posted.Entered.class,
                            entered -> assertThat(entered.repeated()).isTrue());
            AccountState account = ledger.store().account(li).block();
            assertThat(account.seq()).isEqualTo(1);
            assertThat(account.available().milli()).isEqualTo(6_000);
        }
    }
}
