package cn.jiangxue.transfer;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.frameworks.Review;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.OutcomeId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of some outcomes under one rule toward one target or pool.
 *
 * @param rule null when no rule speaks of the outcome
 * @param target null for a pool, and where no rule speaks
 * @param granted what counts in the programme
 * @param banked what the rule would grant beyond that: it stays in the learner's account
 * @param mark how the replaced grade is recorded; null when nothing is granted
 * @param review who must agree before it is posted; null where no rule speaks
 * @param conditions everything that was looked at, met or not, in the order of evaluation
 */
public record Answer(
        List<OutcomeId> sources,
        @Nullable RuleRef rule,
        @Nullable String target,
        @Nullable String category,
        @Nullable Integer level,
        Verdict verdict,
        Credits granted,
        Credits banked,
        @Nullable LocalText mark,
        @Nullable Review review,
        List<Condition> conditions) {

    public Answer {
        sources = List.copyOf(sources);
        conditions = List.copyOf(conditions);
    }

    /** What became of it. */
    public enum Verdict {
        GRANTED,
        /** Divisible credit of which a part counts and the rest stays banked. */
        PARTLY_GRANTED,
        /** Meets every condition of the rule; another use of it, or a cap, leaves no room. */
        NO_ROOM,
        /** Only the overlap falls short: prior learning may be reviewed. */
        PRIOR_LEARNING,
        /** Only the overlap falls short: what is missing may be studied or proved. */
        SUPPLEMENT,
        REFUSED
    }

    public boolean isGranted() {
        return granted.isPositive();
    }

    /** What is not met. */
    public List<Condition> unmet() {
        return conditions.stream().filter(condition -> !condition.met()).toList();
    }
}
