package cn.jiangxue.transfer.rules;

import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.rules.Use.Offer;
import cn.jiangxue.vocabulary.Credits;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the best choice left of divisible credit, in the learner's order: each outcome takes what fits (nothing, unless the search for the best ended early), and the rest stays
 * banked. Where several rules would take an outcome it goes through the one that grants most now; of equals the one that needs fewer outcomes, then the one that is
 * worth more, then the first by id.
 */
final class Divisible {

    private Divisible() {}

    /**
     * @param uses open ones
     * @param outcomes in the learner's order
     * @return what was granted here
     */
    static Credits grant(List<Use> uses, List<Outcome> outcomes, Allocation allocation) {
        Credits granted = Credits.ZERO;
        for (Outcome outcome : outcomes) {
            Optional<Use> best = uses.stream()
                    .filter(use -> first(use, outcomes).equals(outcome) && allocation.isFree(use))
                    .filter(use -> pool(use).isPresent())
                    .min(Comparator.comparing((Use use) -> amount(use, allocation))
                            .reversed()
                            .thenComparing(use -> use.sources().size())
                            .thenComparing(Use::worth, Comparator.reverseOrder())
                            .thenComparing(use -> use.rule().ref()));
            granted = granted.plus(best.map(use -> grant(use, allocation)).orElse(Credits.ZERO));
        }
        return granted;
    }

    private static Credits grant(Use use, Allocation allocation) {
        Credits amount = amount(use, allocation);
        if (amount.isPositive()) {
            allocation.grant(use, pool(use).orElseThrow(), amount);
        }
        allocation.bankRest(use);
        return amount;
    }

    private static Credits amount(Use use, Allocation allocation) {
        Offer offer = pool(use).orElseThrow();
        return use.most().atMost(allocation.caps().room(use.sources(), offer.category()));
    }

    private static Optional<Offer> pool(Use use) {
        return use.offers().stream()
                .filter(offer -> offer.target() == null && offer.isOpen())
                .findFirst();
    }

    /** The source that comes first in the learner's order. */
    private static Outcome first(Use use, List<Outcome> outcomes) {
        return use.sources().stream()
                .min(Comparator.comparingInt(outcomes::indexOf))
                .orElseThrow();
    }
}
