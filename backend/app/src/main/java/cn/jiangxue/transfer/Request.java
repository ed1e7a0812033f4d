package cn.jiangxue.transfer;

import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.OutcomeId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All an evaluation looks at: with the same request comes the same answer, for ever.
 *
 * @param rules every version that might hold; those not in force on the day are explained, not applied
 * @param priority outcomes in the order in which the learner wants them used; those not named come after, oldest first
 * @param live awards of this programme that are neither reversed nor expired
 * @param home credit earned at the awarding institution itself, for the floors
 * @param asOf civil date of the decision
 */
public record Request(
        Programme programme,
        List<RuleVersion> rules,
        List<Outcome> outcomes,
        List<OutcomeId> priority,
        List<LiveAward> live,
        List<HomeCredit> home,
        LocalDate asOf) {

    /** Most outcomes of one request. */
    public static final int OUTCOMES_LIMIT = 200;

    /** Most rule versions of one request. */
    public static final int RULES_LIMIT = 500;

    public Request {
        rules = List.copyOf(rules);
        outcomes = List.copyOf(outcomes);
        priority = List.copyOf(priority);
        live = List.copyOf(live);
        home = List.copyOf(home);
        if (outcomes.size() > OUTCOMES_LIMIT || rules.size() > RULES_LIMIT) {
            throw new IllegalArgumentException("more outcomes or rules than one request may hold");
        }
    }

    /**
     * Credit that an earlier decision granted in this programme.
     *
     * @param target null for credit of a pool
     * @param level at which it counts for the floors
     */
    public record LiveAward(
            RuleRef rule,
            List<Outcome> sources,
            @Nullable String target,
            String category,
            @Nullable Integer level,
            Credits amount) {
        public LiveAward {
            sources = List.copyOf(sources);
        }
    }

    public record HomeCredit(String category, @Nullable Integer level, Credits amount) {}
}
