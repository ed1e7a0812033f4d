package cn.jiangxue.transfer.rules;

import cn.jiangxue.transfer.rules.Packing.Bin;
import cn.jiangxue.transfer.rules.Packing.CountCap;
import cn.jiangxue.transfer.rules.Packing.LoadCap;
import java.util.Arrays;
import java.util.BitSet;

/** Targets put into bins one by one, and the room that is left. */
final class PartialPacking {

    private final Packing packing;
    private final int[] binOf;
    private final long[] load;
    private final int[] held;

    PartialPacking(Packing packing) {
        this.packing = packing;
        binOf = new int[packing.targets()];
        Arrays.fill(binOf, Packing.NOWHERE);
        load = new long[packing.bins().size()];
        held = new int[packing.bins().size()];
    }

    boolean holds(int target) {
        return binOf[target] != Packing.NOWHERE;
    }

    /** Whether the target may go into the bin without exceeding any room. */
    boolean fits(int target, int bin) {
        long credits = packing.credits()[target];
        Bin into = packing.bins().get(bin);
        return !holds(target)
                && into.targets().get(target)
                && load[bin] + credits <= into.most()
                && (held[bin] > 0 || mayOpen(bin))
                && packing.targetCaps().stream()
                        .allMatch(cap -> !cap.members().get(target) || granted(cap) + credits <= cap.room())
                && packing.loadCaps().stream()
                        .allMatch(cap -> !cap.members().get(bin) || loaded(cap) + credits <= cap.room());
    }

    void put(int target, int bin) {
        binOf[target] = bin;
        load[bin] += packing.credits()[target];
        held[bin]++;
    }

    void take(int target) {
        int bin = binOf[target];
        binOf[target] = Packing.NOWHERE;
        load[bin] -= packing.credits()[target];
        held[bin]--;
    }

    /** Milli-credits the bin could still hold. */
    long left(int bin) {
        return packing.bins().get(bin).most() - load[bin];
    }

    int[] allocation() {
        return binOf.clone();
    }

    private boolean mayOpen(int bin) {
        BitSet outcomes = packing.bins().get(bin).outcomes();
        for (int other = 0; other < held.length; other++) {
            if (held[other] > 0 && packing.bins().get(other).outcomes().intersects(outcomes)) {
                return false;
            }
        }
        return packing.countCaps().stream()
                .allMatch(cap -> cap.weights()[bin] == 0 || counted(cap) + cap.weights()[bin] <= cap.room());
    }

    private long counted(CountCap cap) {
        long sum = 0;
        for (int bin = 0; bin < held.length; bin++) {
            sum += held[bin] > 0 ? cap.weights()[bin] : 0;
        }
        return sum;
    }

    private long loaded(LoadCap cap) {
        return cap.members().stream().mapToLong(bin -> load[bin]).sum();
    }

    private long granted(LoadCap cap) {
        return cap.members().stream()
                .filter(this::holds)
                .mapToLong(target -> packing.credits()[target])
                .sum();
    }
}
