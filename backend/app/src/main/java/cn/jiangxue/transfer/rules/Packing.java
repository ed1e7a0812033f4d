package cn.jiangxue.transfer.rules;

import java.util.BitSet;
import java.util.List;

/**
 * The choice of whole targets, in numbers: each target goes whole into one bin or into none, so that no room is exceeded and as much credit as
 * possible is granted. A bin is one use of a rule.
 *
 * @param credits of each target, in milli-credits, above zero; in the order in which targets are preferred
 * @param bins in the order in which they are preferred
 * @param targetCaps room for the targets of a category, or of all
 * @param loadCaps room for what bins of a sort hold together
 * @param countCaps room for how many outcomes the bins of a sort that hold anything rest on
 */
record Packing(
        long[] credits, List<Bin> bins, List<LoadCap> targetCaps, List<LoadCap> loadCaps, List<CountCap> countCaps) {

    Packing {
        bins = List.copyOf(bins);
        targetCaps = List.copyOf(targetCaps);
        loadCaps = List.copyOf(loadCaps);
        countCaps = List.copyOf(countCaps);
    }

    /**
     * @param most milli-credits it may hold
     * @param targets it may hold
     * @param outcomes it rests on; of bins that share one only one may hold anything
     */
    record Bin(long most, BitSet targets, BitSet outcomes) {}

    /**
     * @param members bins or targets
     * @param room milli-credits
     */
    record LoadCap(BitSet members, long room) {}

    /**
     * @param weights outcomes that count here, of each bin
     * @param room outcomes
     */
    record CountCap(int[] weights, long room) {}

    int targets() {
        return credits.length;
    }

    /** Milli-credits that an allocation grants. */
    long value(int[] binOf) {
        long sum = 0;
        for (int target = 0; target < binOf.length; target++) {
            sum += binOf[target] == NOWHERE ? 0 : credits[target];
        }
        return sum;
    }

    /** Where a target is that is not granted. */
    static final int NOWHERE = -1;

    /**
     * @param binOf for each target its bin, or {@link #NOWHERE}
     * @param bound nothing grants more milli-credits
     */
    record Solution(int[] binOf, long bound) {}
}
