package cn.jiangxue.transfer.rules;

import cn.jiangxue.transfer.Cap;
import cn.jiangxue.transfer.Cap.Scope;
import cn.jiangxue.transfer.Limit;
import cn.jiangxue.transfer.Optimality;
import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.Programme.Target;
import cn.jiangxue.transfer.Request;
import cn.jiangxue.transfer.rules.Packing.Bin;
import cn.jiangxue.transfer.rules.Packing.CountCap;
import cn.jiangxue.transfer.rules.Packing.LoadCap;
import cn.jiangxue.transfer.rules.Packing.Solution;
import cn.jiangxue.transfer.rules.Use.Offer;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.OutcomeId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whole targets: puts the choice into numbers, has the best one found, and grants it. */
final class WholeTargets {

    private final Allocation allocation;
    private final List<Use> bins;
    private final List<Target> targets;

    /**
     * @param uses open ones
     * @param outcomes in the learner's order: uses are preferred in the order of their earliest source
     */
    private WholeTargets(Request request, List<Use> uses, List<Outcome> outcomes, Allocation allocation) {
        this.allocation = allocation;
        bins = uses.stream()
                .filter(use -> use.offers().stream().anyMatch(this::isFree))
                .sorted(Comparator.<Use>comparingInt(use -> earliest(use, outcomes))
                        .thenComparing(use -> use.rule().ref())
                        .thenComparing(use -> ids(use.sources())))
                .toList();
        targets = request.programme().targets().stream()
                .filter(target ->
                        bins.stream().anyMatch(use -> offer(use, target).isPresent()))
                .toList();
    }

    static Optimality grant(Request request, List<Use> uses, List<Outcome> outcomes, Allocation allocation) {
        WholeTargets choice = new WholeTargets(request, uses, outcomes, allocation);
        Packing packing = choice.packing(request.programme().caps());
        Solution solution = BestPacking.of(packing);
        int[] binOf = solution.binOf();
        for (int target = 0; target < binOf.length; target++) {
            if (binOf[target] != Packing.NOWHERE) {
                Use use = choice.bins.get(binOf[target]);
                Target granted = choice.targets.get(target);
                allocation.grant(use, choice.offer(use, granted).orElseThrow(), granted.credits());
            }
        }
        long value = packing.value(binOf);
        return value == solution.bound()
                ? new Optimality.Proven()
                : new Optimality.Bounded(new Credits(value), new Credits(solution.bound()));
    }

    private boolean isFree(Offer offer) {
        return offer.target() != null
                && offer.isOpen()
                && !allocation.isSatisfied(offer.target().id());
    }

    /** What the use is good for toward the target; empty also when something that was granted before satisfies it. */
    private Optional<Offer> offer(Use use, Target target) {
        return use.offers().stream()
                .filter(offer -> target.equals(offer.target()) && isFree(offer))
                .findFirst();
    }

    private static int earliest(Use use, List<Outcome> outcomes) {
        return use.sources().stream().mapToInt(outcomes::indexOf).min().orElseThrow();
    }

    private static String ids(List<Outcome> sources) {
        return sources.stream().map(source -> source.id().toString()).collect(Collectors.joining(" "));
    }

    private Packing packing(List<Cap> caps) {
        long[] credits =
                targets.stream().mapToLong(target -> target.credits().milli()).toArray();
        Map<OutcomeId, Integer> numbers = new HashMap<>();
        List<Bin> made = bins.stream().map(use -> bin(use, numbers)).toList();
        List<LoadCap> targetCaps = new ArrayList<>();
        List<LoadCap> loadCaps = new ArrayList<>();
        List<CountCap> countCaps = new ArrayList<>();
        for (CapBook.Key key : keys(caps)) {
            switch (key.cap().most()) {
                case Limit.OfCredit limit -> {
                    boolean ofTargets =
                            key.cap().scope() == Scope.PROGRAMME || key.cap().scope() == Scope.CATEGORY;
                    (ofTargets ? targetCaps : loadCaps)
                            .add(new LoadCap(
                                    ofTargets ? targetsUnder(key) : binsUnder(key),
                                    allocation.caps().left(key, limit).milli()));
                }
                case Limit.Count count ->
                    countCaps.add(new CountCap(weights(key), allocation.caps().outcomesLeft(key, count)));
            }
        }
        return new Packing(credits, made, targetCaps, loadCaps, countCaps);
    }

    private Bin bin(Use use, Map<OutcomeId, Integer> numbers) {
        BitSet takes = new BitSet();
        IntStream.range(0, targets.size())
                .filter(target -> offer(use, targets.get(target)).isPresent())
                .forEach(takes::set);
        BitSet outcomes = new BitSet();
        use.sources().forEach(source -> outcomes.set(numbers.computeIfAbsent(source.id(), _ -> numbers.size())));
        return new Bin(use.most().milli(), takes, outcomes);
    }

    /** In the order of the caps, each for the values in the order in which they occur. */
    private List<CapBook.Key> keys(List<Cap> caps) {
        List<CapBook.Key> found = bins.stream()
                .flatMap(use -> use.offers().stream()
                        .filter(offer -> offer.target() != null)
                        .flatMap(offer -> allocation.caps().keys(use.sources(), offer.category())))
                .distinct()
                .toList();
        return caps.stream()
                .flatMap(cap -> found.stream().filter(key -> key.cap().equals(cap)))
                .toList();
    }

    private BitSet targetsUnder(CapBook.Key key) {
        return indices(
                targets.size(),
                target -> allocation
                        .caps()
                        .keys(List.of(), targets.get(target).category())
                        .anyMatch(key::equals));
    }

    private BitSet binsUnder(CapBook.Key key) {
        return indices(
                bins.size(),
                bin -> allocation.caps().keys(bins.get(bin).sources(), "").anyMatch(key::equals));
    }

    private int[] weights(CapBook.Key key) {
        return bins.stream()
                .mapToInt(use -> allocation.caps().newOutcomes(key, use.sources(), ""))
                .toArray();
    }

    private static BitSet indices(int size, java.util.function.IntPredicate wanted) {
        BitSet set = new BitSet();
        IntStream.range(0, size).filter(wanted).forEach(set::set);
        return set;
    }
}
