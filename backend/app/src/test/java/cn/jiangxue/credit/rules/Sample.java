package cn.jiangxue.credit.rules;

import cn.jiangxue.contract.CreditApi.EntryKind;
import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.LearnerId;
import cn.jiangxue.vocabulary.OutcomeId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Postings that read like sentences. */
final class Sample {

    static final LearnerId LI = new LearnerId(new UUID(0, 1));
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

    static Posting hold(String cause, long milli) {
        return Posting.movement(LI, EntryKind.HOLD, cause, Change.setAside(new Credits(milli)), "programme:x", REASON);
    }

    static Posting apply(String cause, long milli) {
        return Posting.movement(LI, EntryKind.APPLY, cause, Change.ofHeld(new Credits(-milli)), "programme:x", REASON);
    }

    static Posting debit(String cause, long milli) {
        return Posting.movement(
                LI, EntryKind.DEBIT, cause, Change.ofAvailable(new Credits(-milli)), "programme:x", REASON);
    }
}
