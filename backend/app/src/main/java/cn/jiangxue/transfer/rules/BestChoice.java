package cn.jiangxue.transfer.rules;

import cn.jiangxue.transfer.rules.Choice.Share;
import cn.jiangxue.transfer.rules.Choice.Solution;
import cn.jiangxue.transfer.rules.Choice.Way;
import cn.jiangxue.transfer.rules.ChoiceModel.Found;
import com.google.ortools.sat.LinearArgument;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The best choice: the most credit in sum. Of equal ones, in this order: more by whole targets; the targets that come first; each of them through the way that comes first;
 * more for the outcome that comes first for the learner, through the way that comes first. All of that is proven within a budget of steps; what is not is the best found, with a bound.
 */
final class BestChoice {

    /** Places of targets that one sum can tell apart. */
    private static final int PLACES_AT_ONCE = 40;

    private final Choice choice;
    private final ChoiceModel model;
    private final Budget budget;
    private Solution best;

    private BestChoice(Choice choice, Solution known, Budget budget) {
        this.choice = choice;
        model = new ChoiceModel(choice);
        best = known;
        this.budget = budget;
    }

    static Solution of(Choice choice, Budget budget) {
        Filling greedy = Filling.greedy(choice);
        if (greedy.total() == choice.ceiling()) {
            return greedy.solution(greedy.total());
        }
        return areOfOneOutcome(choice)
                ? bestShare(choice)
                : new BestChoice(choice, greedy.solution(choice.ceiling()), budget).searched(greedy.total());
    }

    /** Whether only one share can be granted at all: nothing need be combined. */
    private static boolean areOfOneOutcome(Choice choice) {
        return choice.ways().stream()
                .allMatch(way -> way.targets().cardinality() <= 1
                        && way.outcomes().equals(choice.ways().getFirst().outcomes()));
    }

    private static Solution bestShare(Choice choice) {
        Filling filling = new Filling(choice);
        Choice.shares(choice.ways()).stream()
                .filter(share -> filling.room(share) > 0)
                .min(Comparator.comparingLong(filling::room)
                        .reversed()
                        .thenComparing(Share::isDivisible)
                        .thenComparing(Share::target)
                        .thenComparing(Share::way))
                .ifPresent(share -> filling.put(share, filling.room(share)));
        return filling.solution(filling.total());
    }

    /** @param known milli-credits that are granted already */
    private Solution searched(long known) {
        LinearArgument total = model.credits(share -> true);
        Optional<Found> most = ask(total);
        most.filter(found -> found.value() > known).map(this::granted).ifPresent(found -> best = found);
        long granted = Math.max(known, most.map(Found::value).orElse(known));
        long bound = most.map(Found::bound).orElse(best.bound());
        if (granted < bound) {
            return filled(Math.min(bound, choice.ceiling()));
        }
        model.atLeast(total, granted);
        if (prefer(model.credits(share -> !share.isDivisible())) && preferFirstTargets() && preferFirstWays()) {
            preferFirstOutcomes(granted);
        }
        return new Solution(best.wayOf(), best.amounts(), granted);
    }

    /** The best found, with what still fits. */
    private Solution filled(long bound) {
        Filling filling = Filling.of(choice, best.wayOf(), best.amounts());
        filling.pour();
        return filling.solution(bound);
    }

    private Optional<Found> ask(LinearArgument sum) {
        Optional<Found> found = budget.isSpent() ? Optional.empty() : model.most(sum, best, budget.left());
        found.ifPresentOrElse(one -> budget.spend(one.spent()), budget::spendAll);
        return found;
    }

    /** What the solver says is granted here once more, by plain sums, before it is believed. */
    private Solution granted(Found found) {
        return Filling.of(choice, found.wayOf(), found.amounts()).solution(best.bound());
    }

    /** Settles on the most of a sum among what is equal so far; false when the budget ran out. */
    private boolean prefer(LinearArgument sum) {
        Optional<Found> most = ask(sum).filter(Found::isProven);
        most.ifPresent(found -> {
            best = granted(found);
            model.atLeast(sum, found.value());
        });
        return most.isPresent();
    }

    private boolean preferFirstTargets() {
        int targets = choice.credits().length;
        return IntStream.iterate(0, first -> first < targets, first -> first + PLACES_AT_ONCE)
                .allMatch(first -> prefer(model.sum(
                        share -> share.target() >= first && share.target() < first + PLACES_AT_ONCE,
                        share -> 1L << (first + PLACES_AT_ONCE - 1 - share.target()))));
    }

    private boolean preferFirstWays() {
        return IntStream.range(0, choice.credits().length)
                .filter(target -> best.wayOf()[target] != Solution.NOWHERE)
                .allMatch(this::preferFirstWay);
    }

    private boolean preferFirstWay(int target) {
        int ways = choice.ways().size();
        int first = IntStream.range(0, ways)
                .filter(way -> choice.ways().get(way).targets().get(target))
                .findFirst()
                .orElseThrow();
        LinearArgument early = model.sum(share -> share.target() == target, share -> ways - share.way());
        if (first == best.wayOf()[target]) {
            model.atLeast(early, ways - first);
            return true;
        }
        return prefer(early);
    }

    /** Where pouring in the learner's order grants as much as can be, that is the choice; else outcome by outcome. */
    private void preferFirstOutcomes(long granted) {
        Filling poured = Filling.ofTargets(choice, best.wayOf());
        poured.pour();
        if (poured.total() == granted) {
            best = poured.solution(granted);
            return;
        }
        int[] outcomes = choice.ways().stream()
                .filter(Way::isDivisible)
                .mapToInt(Way::firstOutcome)
                .sorted()
                .distinct()
                .toArray();
        for (int i = 0; i < outcomes.length && preferFirst(outcomes[i]); ) {
            i++;
        }
    }

    private boolean preferFirst(int outcome) {
        int[] ways = IntStream.range(0, choice.ways().size())
                .filter(way -> choice.ways().get(way).isDivisible()
                        && choice.ways().get(way).firstOutcome() == outcome)
                .toArray();
        return prefer(model.credits(share ->
                        share.isDivisible() && choice.ways().get(share.way()).firstOutcome() == outcome))
                && (ways.length == 1
                        || Arrays.stream(ways)
                                .allMatch(way ->
                                        prefer(model.credits(share -> share.isDivisible() && share.way() == way))));
    }
}
