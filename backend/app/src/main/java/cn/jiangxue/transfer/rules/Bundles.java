package cn.jiangxue.transfer.rules;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.transfer.Condition;
import cn.jiangxue.transfer.Condition.Step;
import cn.jiangxue.transfer.Condition.Unit;
import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.RuleVersion;
import cn.jiangxue.transfer.SourceSlot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ways in which a learner's outcomes fill the slots of a rule, in the learner's order. */
final class Bundles {

    /** Most ways of one rule; a rule that can be filled in more says too little about what it means. */
    static final int WAYS_LIMIT = 256;

    private static final int TRIES_LIMIT = 20_000;

    private final RuleVersion rule;
    private final List<Outcome> outcomes;
    private final @Nullable Outcome[] chosen;
    private final List<Bundle> found = new ArrayList<>();
    private final Set<Set<Outcome>> known = new HashSet<>();
    private int tries;

    private Bundles(RuleVersion rule, List<Outcome> outcomes) {
        this.rule = rule;
        this.outcomes = outcomes;
        chosen = new Outcome[rule.sources().size()];
    }

    /**
     * @param sources in slot order
     * @param condition whether every slot is filled
     */
    record Bundle(List<Outcome> sources, Condition condition) {

        boolean isComplete() {
            return condition.met();
        }
    }

    /** Every way to fill all slots. When there is none: what was found, if anything. When there are too many: none, and why. */
    static List<Bundle> of(RuleVersion rule, List<Outcome> outcomes) {
        if (!isTouched(rule, outcomes)) {
            return List.of();
        }
        Bundles bundles = new Bundles(rule, outcomes);
        bundles.fill(0);
        if (bundles.isTooMany()) {
            return List.of(new Bundle(
                    List.of(),
                    bundles.condition(Wording.text("可行组合过多，请指明成果", "too many ways; say which outcomes are meant"), 1)));
        }
        return bundles.found.isEmpty() ? bundles.partly() : List.copyOf(bundles.found);
    }

    /** Most rules have nothing to do with most outcomes; that is seen before anything is made. */
    private static boolean isTouched(RuleVersion rule, List<Outcome> outcomes) {
        for (SourceSlot slot : rule.sources()) {
            for (Outcome outcome : outcomes) {
                if (slot.accepts(outcome)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isTooMany() {
        return tries > TRIES_LIMIT || found.size() > WAYS_LIMIT;
    }

    private void fill(int slot) {
        if (slot == chosen.length) {
            List<Outcome> sources =
                    Arrays.stream(chosen).map(Objects::requireNonNull).toList();
            if (known.add(Set.copyOf(sources))) {
                found.add(new Bundle(sources, condition(count(chosen.length), 0)));
            }
            return;
        }
        for (Outcome outcome : outcomes) {
            if (rule.sources().get(slot).accepts(outcome) && !isChosen(outcome, slot) && !isTooMany()) {
                tries++;
                chosen[slot] = outcome;
                fill(slot + 1);
            }
        }
    }

    private boolean isChosen(Outcome outcome, int slots) {
        return Arrays.stream(chosen).limit(slots).anyMatch(outcome::equals);
    }

    /** As many slots as can be filled one after the other. */
    private List<Bundle> partly() {
        List<Outcome> sources = new ArrayList<>();
        for (SourceSlot slot : rule.sources()) {
            outcomes.stream()
                    .filter(outcome -> slot.accepts(outcome) && !sources.contains(outcome))
                    .findFirst()
                    .ifPresent(sources::add);
        }
        int missing = rule.sources().size() - sources.size();
        return sources.isEmpty() ? List.of() : List.of(new Bundle(sources, condition(count(sources.size()), missing)));
    }

    private static LocalText count(int outcomes) {
        return Wording.text(outcomes + "项", outcomes + " of them");
    }

    private Condition condition(LocalText found, int missing) {
        int asked = rule.sources().size();
        return new Checks(Step.MAPPING, rule.grounds())
                .amount(
                        Wording.text("所需成果齐备", "Outcomes the rule needs"),
                        Wording.text(asked + "项", asked + " of them"),
                        found,
                        missing,
                        Unit.OUTCOMES);
    }
}
