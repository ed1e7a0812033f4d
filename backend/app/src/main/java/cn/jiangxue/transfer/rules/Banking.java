package cn.jiangxue.transfer.rules;

import cn.jiangxue.transfer.Outcome;
import java.util.List;

/** Divisible credit that found no room stays in the account: of each outcome through which nothing counts, by its preferred use. */
final class Banking {

    private Banking() {}

    /**
     * @param uses open ones
     * @param outcomes in the learner's order
     */
    static void rest(List<Use> uses, List<Outcome> outcomes, Allocation allocation) {
        for (int place = 0; place < outcomes.size(); place++) {
            int first = place;
            uses.stream()
                    .filter(Use::isDivisible)
                    .filter(use -> use.earliest(outcomes) == first && allocation.isFree(use))
                    .filter(use -> use.offers().getFirst().isOpen())
                    .min(Use.PREFERRED_OF_DIVISIBLE)
                    .ifPresent(allocation::bankRest);
        }
    }
}
