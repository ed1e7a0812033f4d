package cn.jiangxue.transfer.rules;

import cn.jiangxue.transfer.rules.Packing.CountCap;
import cn.jiangxue.transfer.rules.Packing.LoadCap;
import cn.jiangxue.transfer.rules.Packing.Solution;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Goes through the sets of targets, the one with most credit first and of equal ones the preferred one first, and returns the first that can be granted.
 * Sets that already fail when one dimension of the caps is looked at alone are left out before; for the others the bins are tried out, and what is learned
 * from a failure rules out others. With caps across bins in one dimension only nothing need be tried out: then the search is exact whatever the numbers are.
 * The budget is counted in steps, never in time, so that the answer does not depend on the machine.
 */
final class ExactPacking {

    /** Bins tried out in one search; well under a second. */
    static final long STEPS_LIMIT = 12_000_000;

    private static final int SET_BITS = ScaledPacking.TARGETS_LIMIT;
    private static final int SET_MASK = (1 << SET_BITS) - 1;

    private final Packing packing;
    private final ScaledPacking scaled;
    private final PossibleSets possible;
    private final WholeSet whole;
    private final Optional<NestedSets> dimension;
    private int[] best;

    private ExactPacking(Packing packing, int[] known, long steps) {
        this.packing = packing;
        scaled = new ScaledPacking(packing);
        best = known;
        possible = new PossibleSets(scaled);
        for (CountCap cap : packing.countCaps()) {
            possible.keepCounting(cap);
        }
        whole = new WholeSet(scaled, steps);
        dimension = tightest(packing.value(known) / scaled.step);
    }

    /** The caps across bins in the dimension that leaves least; the bins alone when there are none. Empty when it is too much to remember. */
    private Optional<NestedSets> tightest(long wanted) {
        List<LoadCap> level = PackingBound.levels(packing).stream()
                .min(Comparator.comparingLong(apart -> PackingBound.flow(packing, apart)))
                .orElse(List.of());
        return Optional.of(new NestedSets(scaled, possible, level, wanted)).filter(NestedSets::grow);
    }

    /**
     * The best allocation. When the budget runs out: the known one, with what the search has shown of the bound.
     *
     * @param known an allocation that is allowed
     * @param bound milli-credits that nothing exceeds
     */
    static Solution pack(Packing packing, int[] known, long bound, long steps) {
        return new ExactPacking(packing, known, steps).best(bound);
    }

    private Solution best(long bound) {
        long value = packing.value(best);
        for (long candidate : better(value / scaled.step, bound / scaled.step)) {
            int set = (int) candidate & SET_MASK;
            long credits = scaled.value.of(set) * scaled.step;
            if (credits <= packing.value(best)) {
                break;
            }
            if (isThinkable(set)) {
                Optional<int[]> found = granted(set);
                if (found.isPresent()) {
                    return new Solution(found.get(), credits);
                }
                learn(set);
                if (isExhausted()) {
                    return new Solution(best, credits);
                }
            }
        }
        return new Solution(preferred(), packing.value(best));
    }

    /**
     * Looks for the part of a set because of which it cannot be granted: whatever contains that part cannot be granted either. What turns out to be possible
     * on the way is remembered if it is better than what is known.
     */
    private void learn(int set) {
        int core = set;
        for (int target = scaled.targets - 1; target >= 0; target--) {
            int smaller = core & ~scaled.bit(target);
            if (smaller != core && !isExhausted()) {
                Optional<int[]> found = granted(smaller);
                found.filter(one -> packing.value(one) > packing.value(best)).ifPresent(one -> best = one);
                core = found.isPresent() || isExhausted() ? core : smaller;
            }
        }
        possible.removeAllWith(core);
    }

    /** Whether nothing that was looked at alone rules the set out. */
    private boolean isThinkable(int set) {
        return possible.contains(set) && dimension.map(one -> one.contains(set)).orElse(true);
    }

    private boolean isExhausted() {
        return whole.stepsLeft() < 0;
    }

    /** Sets that would grant more, the best first. */
    private long[] better(long value, long bound) {
        long[] found = new long[scaled.sets()];
        int count = 0;
        for (int set = possible.atOrBelow(scaled.sets() - 1); set >= 0; set = possible.atOrBelow(set - 1)) {
            long credits = scaled.value.of(set);
            if (credits > value && credits <= bound) {
                found[count++] = -(credits << SET_BITS | set);
            }
        }
        Arrays.sort(found, 0, count);
        return Arrays.stream(found, 0, count).map(candidate -> -candidate).toArray();
    }

    /** Among the sets that grant as much the first that can be granted; the best known one when the budget runs out before. */
    private int[] preferred() {
        long value = packing.value(best) / scaled.step;
        int set = possible.atOrBelow(scaled.sets() - 1);
        while (set > 0 && !isExhausted()) {
            if (scaled.value.of(set) == value && isThinkable(set)) {
                Optional<int[]> found = granted(set);
                if (found.isPresent()) {
                    return found.get();
                }
                learn(set);
            }
            set = possible.atOrBelow(set - 1);
        }
        return best;
    }

    /** An allocation that grants exactly this set; empty when there is none, or the budget ran out. */
    private Optional<int[]> granted(int set) {
        Optional<int[]> traced = dimension
                .filter(one -> one.contains(set))
                .map(one -> one.trace(set))
                .filter(this::isAllowed);
        return traced.isPresent() ? traced : whole.place(set);
    }

    private boolean isAllowed(int[] binOf) {
        PartialPacking partial = new PartialPacking(packing);
        for (int target = 0; target < binOf.length; target++) {
            if (binOf[target] != Packing.NOWHERE) {
                if (!partial.fits(target, binOf[target])) {
                    return false;
                }
                partial.put(target, binOf[target]);
            }
        }
        return true;
    }
}
