package cn.jiangxue.credit;

import static com.mongodb.client.model.Filters.eq;

import cn.jiangxue.bench.Contest;
import cn.jiangxue.bench.Side;
import cn.jiangxue.bench.Size;
import cn.jiangxue.bench.Subject;
import cn.jiangxue.vocabulary.LearnerId;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.LongStream;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A long account against a short one: balance and first page must cost the same. */
public final class GrowthContest {

    /** The p99 on a long account is at most this much of that on a short one. */
    private static final double P99_GOAL = 1.1;

    private static final int SHORT = 10;
    private static final int IN_FLIGHT = 4;
    private static final int CHUNK = 500;

    private final LearningAccounts accounts;
    private final CreditLedger ledger;
    private final MongoDatabase database;

    private GrowthContest(Subject subject) {
        this.accounts = subject.part(LearningAccounts.class);
        this.ledger = subject.part(CreditLedger.class);
        this.database = subject.database();
    }

    public static Contest of(Subject subject, Size size) {
        var growth = new GrowthContest(subject);
        LearnerId brief = growth.accountOf(SHORT);
        LearnerId lifelong = growth.accountOf(size.longHistory());
        return new Contest(
                "Balance and first page",
                "reads/s",
                0,
                P99_GOAL,
                "an account of " + size.longHistory() + " entries",
                "an account of " + SHORT + " entries",
                List.of(IN_FLIGHT + " calls in flight, both through LearningAccounts.account, the first page of "
                        + LearningAccounts.PAGE + " entries"),
                round -> growth.reads(lifelong, size),
                round -> growth.reads(brief, size));
    }

    private Side reads(LearnerId learner, Size size) {
        return Side.of(size.searches() * 2, IN_FLIGHT, number -> accounts.account(learner, null));
    }

    /** An account whose first entry is posted and whose others are copies of it, numbered on. */
    private LearnerId accountOf(int entries) {
        var learner = new LearnerId(UUID.randomUUID());
        var kept = database.getCollection("credit_entries", BsonDocument.class);
        ledger.post(PostingContest.posting(learner)).block();
        BsonDocument first = Mono.from(kept.find(eq("learnerId", learner.value())))
                .repeatWhenEmpty(again -> again.delayElements(java.time.Duration.ofMillis(20)))
                .block();
        Flux.fromStream(LongStream.rangeClosed(2, entries).mapToObj(seq -> copy(Objects.requireNonNull(first), seq)))
                .buffer(CHUNK)
                .flatMap(kept::insertMany, 2)
                .blockLast();
        return learner;
    }

    private static BsonDocument copy(BsonDocument entry, long seq) {
        return entry.clone()
                .append("_id", new BsonBinary(UUID.randomUUID()))
                .append("seq", new BsonInt64(seq))
                .append("cause", new BsonString("copy:" + seq))
                .append("award", new BsonString(UUID.randomUUID().toString()));
    }
}
