package cn.jiangxue.transfer.rules;

import cn.jiangxue.transfer.rules.Packing.CountCap;
import java.util.BitSet;

/**
 * Which sets of targets can be granted at all when only some of the caps are looked at: those of the targets, then one dimension of the sources after the
 * other. A set that fails here can not be granted; one that passes may.
 */
final class PossibleSets {

    private final ScaledPacking packing;
    private final BitSet possible;

    PossibleSets(ScaledPacking packing) {
        this.packing = packing;
        possible = new BitSet(packing.sets());
        for (int set = 0; set < packing.sets(); set++) {
            possible.set(set, packing.isUnderCeilings(set) && isInOrder(set));
        }
    }

    boolean contains(int set) {
        return possible.get(set);
    }

    /** The next smaller possible set, from this one on; negative when there is none. */
    int atOrBelow(int set) {
        return possible.previousSetBit(set);
    }

    /** Leaves out every set that contains this one. */
    void removeAllWith(int core) {
        int free = packing.sets() - 1 & ~core;
        for (int more = free; more > 0; more = more - 1 & free) {
            possible.clear(core | more);
        }
        possible.clear(core);
    }

    private boolean isInOrder(int set) {
        for (int target = 0; target < packing.targets; target++) {
            if ((set & packing.bit(target)) != 0 && !packing.isInOrder(set, target)) {
                return false;
            }
        }
        return true;
    }

    /** Leaves out the sets for which more outcomes are needed than count, even if each bin held all it takes. */
    void keepCounting(CountCap cap) {
        int[] fewest = new int[packing.sets()];
        for (int set = 1; set < fewest.length; set++) {
            if (possible.get(set)) {
                fewest[set] = fewest(fewest, set, cap);
                possible.set(set, fewest[set] <= cap.room());
            }
        }
    }

    private int fewest(int[] fewest, int set, CountCap cap) {
        int one = Integer.lowestOneBit(set);
        int best = Integer.MAX_VALUE;
        for (int bin = 0; bin < packing.bins(); bin++) {
            if ((packing.takes[bin] & one) != 0) {
                best = Math.min(best, cap.weights()[bin] + fewest[set & ~packing.takes[bin]]);
            }
        }
        return best;
    }
}
