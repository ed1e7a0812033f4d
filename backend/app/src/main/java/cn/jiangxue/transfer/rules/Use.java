package cn.jiangxue.transfer.rules;

import cn.jiangxue.transfer.Condition;
import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.Programme.Target;
import cn.jiangxue.transfer.RuleVersion;
import cn.jiangxue.vocabulary.Credits;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One use of a rule: some outcomes in its slots.
 *
 * @param sources in slot order; fewer than slots when the rest was not found
 * @param most the most that may be granted through it: its worth, and the rule's own limit
 * @param conditions about the rule and its sources, whatever the target
 */
record Use(
        RuleVersion rule,
        List<Outcome> sources,
        Credits worth,
        Credits most,
        List<Condition> conditions,
        List<Offer> offers) {

    Use {
        sources = List.copyOf(sources);
        conditions = List.copyOf(conditions);
        offers = List.copyOf(offers);
    }

    /**
     * What a use is good for.
     *
     * @param target null for a pool
     * @param overlap the condition on the overlap; null where none is asked
     * @param conditions about this target, the overlap among them
     */
    record Offer(
            @Nullable Target target,
            String category,
            @Nullable Integer level,
            @Nullable Condition overlap,
            List<Condition> conditions) {
        Offer {
            conditions = List.copyOf(conditions);
        }

        boolean isOpen() {
            return conditions.stream().allMatch(Condition::met);
        }
    }

    /** Of divisible ones with the same first source the one that needs fewer outcomes, then the one that is worth more, then the first by id. */
    static final Comparator<Use> PREFERRED_OF_DIVISIBLE = Comparator.<Use>comparingInt(
                    use -> use.sources().size())
            .thenComparing(Use::worth, Comparator.reverseOrder())
            .thenComparing(use -> use.rule().ref());

    /** The place of its first source in the learner's order. */
    int earliest(List<Outcome> outcomes) {
        return sources.stream().mapToInt(outcomes::indexOf).min().orElseThrow();
    }

    /** Whether it grants any amount into a pool. */
    boolean isDivisible() {
        return offers.stream().anyMatch(offer -> offer.target() == null);
    }

    /** Whether all conditions about rule and sources are met. */
    boolean isOpen() {
        return conditions.stream().allMatch(Condition::met);
    }

    /** Whether something would be granted if there were room. */
    boolean isViable() {
        return isOpen() && offers.stream().anyMatch(Offer::isOpen);
    }

    /** What the learner asks for by this offer: the target whole, or all that the use is worth. */
    Credits wanted(Offer offer) {
        return offer.target() == null ? worth : offer.target().credits();
    }
}
