package cn.jiangxue.transfer.rules;

import cn.jiangxue.transfer.rules.Packing.CountCap;
import cn.jiangxue.transfer.rules.Packing.LoadCap;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** The room left in bins and under caps while targets are put in and taken out again; amounts in the steps of the scaled packing. */
final class Rooms {

    final ScaledPacking packing;
    final List<LoadCap> loadCaps;
    final List<CountCap> countCaps;

    /** By bin: the load caps it is a member of. */
    final int[][] capsOf;

    /** By load cap, and by bin. */
    final int[] room;

    final int[] left;

    /** By bin how many targets are in it; by count cap how many outcomes count. */
    final int[] held;

    final long[] counted;

    private final List<BitSet> outcomes;

    Rooms(ScaledPacking packing) {
        this.packing = packing;
        loadCaps = packing.packing.loadCaps();
        countCaps = packing.packing.countCaps();
        outcomes = packing.packing.bins().stream().map(Packing.Bin::outcomes).toList();
        capsOf = IntStream.range(0, packing.bins()).mapToObj(this::capsOf).toArray(int[][]::new);
        room = loadCaps.stream().mapToInt(cap -> packing.scaled(cap.room())).toArray();
        left = packing.most.clone();
        held = new int[packing.bins()];
        counted = new long[countCaps.size()];
    }

    private int[] capsOf(int bin) {
        return IntStream.range(0, loadCaps.size())
                .filter(cap -> loadCaps.get(cap).members().get(bin))
                .toArray();
    }

    /** Whether a target that the bin takes goes in. */
    boolean fits(int target, int bin) {
        int credits = packing.credits[target];
        if (credits > left[bin]) {
            return false;
        }
        for (int cap : capsOf[bin]) {
            if (credits > room[cap]) {
                return false;
            }
        }
        return held[bin] > 0 || mayOpen(bin);
    }

    void put(int target, int bin) {
        move(target, bin, 1);
        if (held[bin]++ == 0) {
            count(bin, 1);
        }
    }

    void take(int target, int bin) {
        move(target, bin, -1);
        if (--held[bin] == 0) {
            count(bin, -1);
        }
    }

    /** Whether another bin rests on an outcome of this one. */
    boolean isContested(int bin) {
        for (int other = 0; other < held.length; other++) {
            if (other != bin && outcomes.get(other).intersects(outcomes.get(bin))) {
                return true;
            }
        }
        return false;
    }

    private boolean mayOpen(int bin) {
        for (int cap = 0; cap < counted.length; cap++) {
            int more = countCaps.get(cap).weights()[bin];
            if (more > 0 && counted[cap] + more > countCaps.get(cap).room()) {
                return false;
            }
        }
        for (int other = 0; other < held.length; other++) {
            if (held[other] > 0 && outcomes.get(other).intersects(outcomes.get(bin))) {
                return false;
            }
        }
        return true;
    }

    private void move(int target, int bin, int sign) {
        left[bin] -= sign * packing.credits[target];
        for (int cap : capsOf[bin]) {
            room[cap] -= sign * packing.credits[target];
        }
    }

    private void count(int bin, int sign) {
        for (int cap = 0; cap < counted.length; cap++) {
            counted[cap] += (long) sign * countCaps.get(cap).weights()[bin];
        }
    }
}
