package cn.jiangxue.credit;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.credit.rules.Award;
import cn.jiangxue.credit.rules.Decision;
import cn.jiangxue.credit.rules.Posting;
import cn.jiangxue.credit.rules.RulePin;
import cn.jiangxue.local.mongo.DocumentStore;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.PlatformConfiguration;
import cn.jiangxue.transparency.OpenedLog;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.LearnerId;
import cn.jiangxue.vocabulary.OutcomeId;
import com.mongodb.reactivestreams.client.MongoClients;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A whole ledger as a process of its own: store, postings, relay and sequencer. It posts without end, says the id of each entry once it is acknowledged, and is there to
 * be killed. Arguments: a folder, and a name for this life.
 */
final class LedgerChild {

    private static final LocalText TEXT = new LocalText("修完课程", "Course completed");
    private static final RulePin RULE = new RulePin("course-to-credit", 2, TEXT, TEXT, "SAMPLE");
    private static final int ACCOUNTS = 20;
    private static final int AT_ONCE = 16;

    private LedgerChild() {}

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        DocumentStore store = DocumentStore.open(folder.resolve("store"), 0);
        var client = MongoClients.create(PlatformConfiguration.clientSettings(store.uri()));
        var documents = new DocumentsFactory(client.getDatabase("ledger"));
        CreditLedger ledger = new CreditLedger(documents, Clock.systemUTC());
        ledger.ensureIndexes(client.getDatabase("ledger")).block();
        ledger.start();
        OpenedLog log = new OpenedLog(new LedgerLeaves(ledger.store()), documents, folder, Clock.systemUTC());
        Flux<Void> rounds = Mono.defer(log::round)
                .delaySubscription(Duration.ofMillis(5))
                .repeat()
                .onErrorComplete();
        Flux<Decision> postings = Flux.range(0, Integer.MAX_VALUE)
                .flatMap(n -> ledger.post(deposit(args[1] + "-" + n, n % ACCOUNTS)), AT_ONCE)
                .doOnNext(LedgerChild::say);
        Flux.merge(rounds, postings.then()).blockLast();
    }

    private static void say(Decision decision) {
        if (decision instanceof Decision.Append append) {
            System.out.println(append.entry().id());
            System.out.flush();
        }
    }

    private static Posting deposit(String cause, int account) {
        return Posting.deposit(
                new LearnerId(new UUID(0, account)),
                cause,
                new Award(new OutcomeId(UUID.randomUUID()), "occupation:6-18-01-01"),
                new Credits(100),
                "6-18-01-01",
                RULE,
                TEXT,
                List.of());
    }
}
