package cn.jiangxue.credit.rules;

import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.LearnerId;
import cn.jiangxue.vocabulary.OutcomeId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Postings that read like sentences. */
final class Sample {

    static final LearnerId LI = new LearnerId(new UUID(0, 1));
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    static final String TURNER = "6-18-01-01";
    static final LocalText REASON = new LocalText("修完课程", "Course completed");
    static final RulePin RULE = new RulePin("course-to-credit", 2, REASON, new LocalText("第三条", "article 3"), "SAMPLE");

    private Sample() {}

    static OutcomeId outcome(String name) {
        return new OutcomeId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    static Posting deposit(String cause, String outcome, long milli) {
        Finding finding = new Finding(REASON, REASON, REASON, true, "第三条", "SAMPLE");
        return Posting.deposit(
                LI,
                cause,
                new Award(outcome(outcome), "occupation:" + TURNER),
                new Credits(milli),
                TURNER,
                RULE,
                REASON,
                List.of(finding));
    }

    static Posting deposit(String cause, String outcome, long milli, String until) {
        return deposit(cause, outcome, milli).until(LocalDate.parse(until));
    }

    static Posting hold(String cause, long milli) {
        return Posting.hold(LI, cause, new Credits(milli), "application:x", REASON);
    }

    /** The whole of what the cause {@code hold} set aside. */
    static Posting apply(String cause, String hold, long milli) {
        return Posting.use(LI, cause, hold, new Credits(milli), "application:x", REASON);
    }

    static Posting debit(String cause, long milli) {
        return Posting.debit(LI, cause, new Credits(milli), "application:x", REASON);
    }
}
