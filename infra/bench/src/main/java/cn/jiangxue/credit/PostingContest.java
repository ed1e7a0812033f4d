package cn.jiangxue.credit;

import cn.jiangxue.bench.Contest;
import cn.jiangxue.bench.Emptied;
import cn.jiangxue.bench.Side;
import cn.jiangxue.bench.Size;
import cn.jiangxue.bench.Subject;
import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.credit.rules.Award;
import cn.jiangxue.credit.rules.Posting;
import cn.jiangxue.credit.rules.RulePin;
import cn.jiangxue.transparency.LedgerLog;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.LearnerId;
import cn.jiangxue.vocabulary.OutcomeId;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import reactor.core.publisher.Mono;

/** Credit for outcomes, posted to the accounts of many learners or to one. */
public final class PostingContest {

    /** At most 1.4 times slower. */
    private static final double HOT_GOAL = 1 / 1.4;

    private static final int IN_FLIGHT = 64;
    private static final int ACCOUNTS = 1_000;
    private static final String OCCUPATION = "6-18-01-01";
    private static final RulePin RULE = new RulePin(
            "course-credit",
            1,
            new LocalText("课程学分", "Course credit"),
            new LocalText("每 16 学时记 1 学分", "One credit for 16 class hours"),
            "sample");
    private static final LocalText REASON = new LocalText("通过课程《游标卡尺的使用与读数》", "Passed the course on vernier calipers");
    private static final List<Finding> FINDINGS = List.of();

    private final CreditLedger ledger;
    private final MongoDatabase database;
    private final MongoCollection<BsonDocument> plain;
    private final Size size;

    private PostingContest(Subject subject, Size size) {
        this.ledger = subject.part(CreditLedger.class);
        this.database = subject.database();
        this.plain = database.getCollection("bench_entries", BsonDocument.class);
        this.size = size;
    }

    public static Contest of(Subject subject, Size size) {
        var postings = new PostingContest(subject, size);
        return new Contest(
                "Ledger posting",
                "postings/s",
                0.5,
                "CreditLedger.post: account and entries looked up, rules, entry with the account in it announced and added under the next number"
                        + " with its five indexes, its leaf handed to the log and the announcement forgotten; the log goes on behind",
                "insertOne of the very document an entry is stored as, no index but _id",
                List.of(
                        IN_FLIGHT
                                + " calls in flight, one entry each, write concern majority and journalled, same process and driver",
                        ACCOUNTS
                                + " accounts in turn; the time until the last leaf is handed over counts; before each side begins, the log has caught up"),
                round -> postings.ours(number -> new LearnerId(new UUID(round, number % ACCOUNTS))),
                round -> postings.baseline());
    }

    /** The same postings, all to one account. */
    public static Contest hot(Subject subject, Size size) {
        var postings = new PostingContest(subject, size);
        return new Contest(
                "Posting to one hot account",
                "postings/s",
                HOT_GOAL,
                "all postings to one account",
                "the same number to " + ACCOUNTS + " accounts",
                List.of(IN_FLIGHT + " calls in flight, both through CreditLedger.post"),
                round -> postings.ours(number -> new LearnerId(new UUID(10_000 + round, 0))),
                round -> postings.ours(number -> new LearnerId(new UUID(20_000 + round, number % ACCOUNTS))));
    }

    /** Postings to many accounts, for others to be compared with; until the leaf of each is handed over. */
    public static Side toMany(Subject subject, Size size, int round) {
        return new PostingContest(subject, size)
                .ours(number -> new LearnerId(new UUID(30_000 + round, number % ACCOUNTS)));
    }

    private Side ours(IntFunction<LearnerId> learner) {
        LedgerLog.caughtUp(database).block();
        return new Side(
                size.postings(),
                IN_FLIGHT,
                1,
                number -> ledger.post(posting(learner.apply(number))),
                this::handedOver,
                Mono::empty);
    }

    static Posting posting(LearnerId learner) {
        var outcome = new OutcomeId(UUID.randomUUID());
        return Posting.deposit(
                learner,
                "outcome:" + outcome.value(),
                new Award(outcome, "occupation:" + OCCUPATION),
                Credits.whole(1),
                OCCUPATION,
                RULE,
                REASON,
                FINDINGS);
    }

    private Mono<Void> handedOver() {
        return Emptied.of(database, LedgerStore.ANNOUNCEMENTS);
    }

    private Side baseline() {
        var learner = new LearnerId(UUID.randomUUID());
        BsonDocument entry = ledger.post(posting(learner))
                .then(Mono.defer(this::handedOver))
                .then(LedgerLog.caughtUp(database))
                .then(Mono.defer(() -> Mono.from(database.getCollection("credit_entries", BsonDocument.class)
                        .find(com.mongodb.client.model.Filters.eq("learnerId", learner.value())))))
                .block();
        return Side.of(
                size.postings(), IN_FLIGHT, number -> Mono.from(plain.insertOne(copy(Objects.requireNonNull(entry)))));
    }

    private static BsonDocument copy(BsonDocument entry) {
        return entry.clone().append("_id", new BsonBinary(UUID.randomUUID()));
    }
}
