package cn.jiangxue.transfer.rules;

import cn.jiangxue.transfer.rules.Packing.LoadCap;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What no allocation can exceed. Targets may be split and caps are dropped until the rest is a tree, whose largest flow is computed; then the bound
 * falls to the nearest amount that whole targets add up to at all.
 */
final class PackingBound {

    /** Sums are counted in steps up to this many; beyond it the bound is not rounded. */
    private static final long STEPS_LIMIT = 2_000_000;

    private PackingBound() {}

    /** Milli-credits. */
    static long of(Packing packing) {
        long bound = flow(packing, List.of());
        for (List<LoadCap> level : levels(packing)) {
            bound = Math.min(bound, flow(packing, level));
        }
        return reachable(packing, bound);
    }

    /** Load caps sorted into as few sets as need be whose members are apart: one for each dimension, such as institutions. */
    static List<List<LoadCap>> levels(Packing packing) {
        List<List<LoadCap>> levels = new ArrayList<>();
        for (LoadCap cap : packing.loadCaps()) {
            levels.stream()
                    .filter(level -> apart(level, cap))
                    .findFirst()
                    .orElseGet(() -> {
                        levels.add(new ArrayList<>());
                        return levels.getLast();
                    })
                    .add(cap);
        }
        return levels;
    }

    private static boolean apart(List<LoadCap> level, LoadCap cap) {
        return level.stream().noneMatch(other -> other.members().intersects(cap.members()));
    }

    /** Start → cap of bins → bin → target → cap of targets → all targets → end. */
    static long flow(Packing packing, List<LoadCap> binCaps) {
        List<LoadCap> targetCaps = new ArrayList<>();
        long total = Long.MAX_VALUE;
        for (LoadCap cap : packing.targetCaps()) {
            if (cap.members().cardinality() == packing.targets()) {
                total = Math.min(total, cap.room());
            } else if (apart(targetCaps, cap)) {
                targetCaps.add(cap);
            }
        }
        int firstBin = 2 + binCaps.size();
        int firstTarget = firstBin + packing.bins().size();
        int firstTargetCap = firstTarget + packing.targets();
        MaxFlow network = new MaxFlow(firstTargetCap + targetCaps.size());
        for (int cap = 0; cap < binCaps.size(); cap++) {
            network.pipe(0, 2 + cap, binCaps.get(cap).room());
        }
        for (int bin = 0; bin < packing.bins().size(); bin++) {
            network.pipe(
                    holder(binCaps, bin, 2, 0),
                    firstBin + bin,
                    packing.bins().get(bin).most());
            BitSet targets = packing.bins().get(bin).targets();
            for (int target = targets.nextSetBit(0); target >= 0; target = targets.nextSetBit(target + 1)) {
                network.pipe(firstBin + bin, firstTarget + target, packing.credits()[target]);
            }
        }
        for (int target = 0; target < packing.targets(); target++) {
            network.pipe(
                    firstTarget + target, holder(targetCaps, target, firstTargetCap, 1), packing.credits()[target]);
        }
        for (int cap = 0; cap < targetCaps.size(); cap++) {
            network.pipe(firstTargetCap + cap, 1, targetCaps.get(cap).room());
        }
        return Math.min(Math.max(0, total), network.through(0, 1));
    }

    /** The node of the cap that holds the member; another one where none does. */
    private static int holder(List<LoadCap> caps, int member, int first, int none) {
        for (int cap = 0; cap < caps.size(); cap++) {
            if (caps.get(cap).members().get(member)) {
                return first + cap;
            }
        }
        return none;
    }

    /** The largest sum of some targets' credits that is not above the bound. */
    private static long reachable(Packing packing, long bound) {
        long step = 0;
        for (long credits : packing.credits()) {
            step = gcd(step, credits);
        }
        if (step == 0 || bound / step > STEPS_LIMIT) {
            return bound;
        }
        int top = Math.toIntExact(bound / step);
        BigInteger sums = BigInteger.ONE;
        BigInteger window = BigInteger.ONE.shiftLeft(top + 1).subtract(BigInteger.ONE);
        for (long credits : packing.credits()) {
            if (credits <= bound) {
                sums = sums.or(sums.shiftLeft(Math.toIntExact(credits / step))).and(window);
            }
        }
        return (sums.bitLength() - 1) * step;
    }

    static long gcd(long one, long other) {
        return other == 0 ? one : gcd(other, one % other);
    }
}
