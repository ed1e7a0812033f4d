package cn.jiangxue.transfer.rules;

import cn.jiangxue.transfer.rules.Packing.CountCap;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Which sets of targets can be granted at all when only some of the caps are looked at: those of the targets, then one dimension of the sources after the
 * other. A set that fails here can not be granted; one that passes may.
 */
final class PossibleSets {

    private final ScaledPacking packing;
    private final BitSet possible;

    /** Targets that have a twin before them. */
    private final int[] twins;

    PossibleSets(ScaledPacking packing) {
        this.packing = packing;
        twins = IntStream.range(0, packing.targets)
                .filter(target -> packing.twinBefore[target] != Packing.NOWHERE)
                .toArray();
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
        for (int target : twins) {
            if ((set & packing.bit(target)) != 0 && !packing.isInOrder(set, target)) {
                return false;
            }
        }
        return true;
    }

    /** Leaves out the sets for which more outcomes are needed than count, even if each bin held all it takes. */
    void keepCounting(CountCap cap) {
        int[] fewest = new int[packing.sets()];
        int[][] binsFor = IntStream.range(0, packing.targets)
                .mapToObj(bit -> IntStream.range(0, packing.bins())
                        .filter(bin -> (packing.takes[bin] >>> bit & 1) != 0)
                        .toArray())
                .toArray(int[][]::new);
        for (int set = 1; set < fewest.length; set++) {
            if (possible.get(set)) {
                int best = Integer.MAX_VALUE;
                for (int bin : binsFor[Integer.numberOfTrailingZeros(set)]) {
                    best = Math.min(best, cap.weights()[bin] + fewest[set & ~packing.takes[bin]]);
                }
                fewest[set] = best;
                possible.set(set, best <= cap.room());
            }
        }
    }
}
