package cn.jiangxue.credit;

import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.CreditApi.RuleRef;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.credit.Movement.Mandate;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.LearnerId;
import cn.jiangxue.vocabulary.OutcomeId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Movements for tests, each with an id of its own. */
final class Ask {

    static final LocalText REASON = new LocalText("修完课程", "Course completed");
    static final UUID APPLICATION = new UUID(9, 9);
    private static final RuleRef RULE = new RuleRef("course-to-credit", 2, REASON, "第三条", "SAMPLE");

    private Ask() {}

    static Movement.Deposit deposit(LearnerId who, long milli, @Nullable LocalDate until) {
        return deposit(who, UUID.randomUUID(), milli, until);
    }

    /** With the same id as the id of its outcome. */
    static Movement.Deposit deposit(LearnerId who, UUID id, long milli, @Nullable LocalDate until) {
        return new Movement.Deposit(
                id,
                who,
                new OutcomeId(id),
                "occupation:6-18-01-01",
                new Credits(milli),
                "6-18-01-01",
                RULE,
                until,
                REASON,
                List.of(new Finding(REASON, REASON, REASON, true, "第三条", "SAMPLE")),
                Mandate.SYSTEM);
    }

    static Movement.Hold hold(LearnerId who, UUID id, long milli) {
        return new Movement.Hold(id, who, APPLICATION, new Credits(milli), REASON, Mandate.SYSTEM);
    }

    static Movement.Apply apply(LearnerId who, UUID hold, long milli) {
        return new Movement.Apply(
                UUID.randomUUID(), who, APPLICATION, hold, new Credits(milli), REASON, Mandate.SYSTEM);
    }

    static Movement.Debit debit(LearnerId who, long milli) {
        return new Movement.Debit(UUID.randomUUID(), who, APPLICATION, new Credits(milli), REASON, Mandate.SYSTEM);
    }
}
