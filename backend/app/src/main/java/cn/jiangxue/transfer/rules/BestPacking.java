package cn.jiangxue.transfer.rules;

import cn.jiangxue.transfer.rules.Packing.Solution;

/**
 * The best choice of whole targets. Up to twenty targets it is found exactly, within a budget of steps; else the best of several greedy choices is
 * returned with a bound that nothing exceeds. Ties: more credit first, then the set of targets that come first in their order.
 */
final class BestPacking {

    private BestPacking() {}

    static Solution of(Packing packing) {
        return of(packing, ExactPacking.STEPS_LIMIT);
    }

    static Solution of(Packing packing, long steps) {
        int[] greedy = GreedyPacking.pack(packing);
        if (packing.value(greedy) == packing.value(allGranted(packing))) {
            return new Solution(greedy, packing.value(greedy));
        }
        long bound = PackingBound.of(packing);
        return ScaledPacking.isWithinSize(packing)
                ? ExactPacking.pack(packing, greedy, bound, steps)
                : new Solution(greedy, bound);
    }

    /** As if there were room for everything. */
    private static int[] allGranted(Packing packing) {
        return new int[packing.targets()];
    }
}
