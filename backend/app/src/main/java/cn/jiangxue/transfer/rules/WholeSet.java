package cn.jiangxue.transfer.rules;

import cn.jiangxue.transfer.rules.Packing.CountCap;
import cn.jiangxue.transfer.rules.Packing.LoadCap;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Puts every target of a set into some bin, or finds that this cannot be done. The target with the fewest bins left goes first. */
final class WholeSet {

    /** What looking at the room of a cap costs, compared with trying a bin. */
    private static final int STEPS_PER_CAP = 4;

    private final ScaledPacking packing;
    private final List<LoadCap> loadCaps;
    private final List<CountCap> countCaps;
    private final List<BitSet> outcomes;
    private final int[][] capsOf;
    private final List<Level> levels;
    private final int[] takenBy;
    private final int[][] binsFor;
    private final int[] room;
    private final int[] left;
    private final int[] held;
    private final long[] counted;
    private final int[] most;
    private final int[] binOf;
    private long steps;

    /** Caps, by their place in the list, whose members are apart; and the targets that bins in none of them take. */
    private record Level(int[] caps, int outside) {}

    WholeSet(ScaledPacking packing, long steps) {
        this.packing = packing;
        this.steps = steps;
        loadCaps = packing.packing.loadCaps();
        countCaps = packing.packing.countCaps();
        outcomes = packing.packing.bins().stream().map(Packing.Bin::outcomes).toList();
        capsOf = new int[packing.bins()][];
        for (int bin = 0; bin < capsOf.length; bin++) {
            int member = bin;
            capsOf[bin] = IntStream.range(0, loadCaps.size())
                    .filter(cap -> loadCaps.get(cap).members().get(member))
                    .toArray();
        }
        binsFor = new int[packing.targets][];
        for (int target = 0; target < binsFor.length; target++) {
            int bit = packing.bit(target);
            binsFor[target] = IntStream.range(0, packing.bins())
                    .filter(bin -> (packing.takes[bin] & bit) != 0)
                    .toArray();
        }
        room = loadCaps.stream().mapToInt(cap -> packing.scaled(cap.room())).toArray();
        takenBy = loadCaps.stream().mapToInt(cap -> cap.members().stream().map(bin -> packing.takes[bin]).reduce(0, (a, b) -> a | b)).toArray();
        levels = PackingBound.levels(packing.packing).stream().map(this::level).toList();
        left = packing.most.clone();
        held = new int[packing.bins()];
        counted = new long[countCaps.size()];
        most = new int[packing.bins()];
        binOf = new int[packing.targets];
        Arrays.fill(binOf, Packing.NOWHERE);
    }

    /** Below zero when the budget is used up: then an answer of no means nothing. */
    long stepsLeft() {
        return steps;
    }

    /** Where each target of the set goes; empty when it cannot be done, or when the budget ran out. */
    Optional<int[]> place(int set) {
        if (!goesIn(set)) {
            return Optional.empty();
        }
        int[] found = binOf.clone();
        for (int target = 0; target < found.length; target++) {
            if (found[target] != Packing.NOWHERE) {
                take(target, found[target]);
            }
        }
        return Optional.of(found);
    }

    /** Leaves no trace when it cannot be done. */
    private boolean goesIn(int set) {
        if (set == 0) {
            return true;
        }
        int target = hasRoom(set) && hasCount(set) ? scarcest(set) : Packing.NOWHERE;
        if (target == Packing.NOWHERE) {
            return false;
        }
        for (int bin : binsFor[target]) {
            if (fits(target, bin) && !isLikeEarlier(bin, set)) {
                put(target, bin);
                if (goesIn(set & ~packing.bit(target))) {
                    return true;
                }
                take(target, bin);
                if (steps < 0) {
                    return false;
                }
            }
        }
        return false;
    }

    private Level level(List<LoadCap> apart) {
        int outside = 0;
        for (int bin = 0; bin < packing.bins(); bin++) {
            int member = bin;
            outside |= apart.stream().anyMatch(cap -> cap.members().get(member)) ? 0 : packing.takes[bin];
        }
        return new Level(apart.stream().mapToInt(loadCaps::indexOf).toArray(), outside);
    }

    /** Whether in each dimension what the caps can still be filled with exactly adds up to what only they can take. */
    private boolean hasRoom(int set) {
        steps -= (long) STEPS_PER_CAP * takenBy.length;
        for (Level level : levels) {
            long sum = 0;
            for (int cap : level.caps()) {
                sum += packing.fillable(room[cap], takenBy[cap] & set);
            }
            if (sum < packing.value.of(set & ~level.outside())) {
                return false;
            }
        }
        return true;
    }

    /** Whether the bins that hold something, and the fullest of those that may still be opened, can take what only they can. */
    private boolean hasCount(int set) {
        for (int cap = 0; cap < counted.length; cap++) {
            steps -= (long) STEPS_PER_CAP * held.length;
            int[] weights = countCaps.get(cap).weights();
            long sum = 0;
            int outside = 0;
            int closed = 0;
            for (int bin = 0; bin < weights.length; bin++) {
                if (weights[bin] == 0) {
                    outside |= packing.takes[bin];
                } else if (held[bin] > 0) {
                    sum += packing.fillable(left[bin], packing.takes[bin] & set);
                } else {
                    most[closed++] = packing.fillable(left[bin], packing.takes[bin] & set);
                }
            }
            Arrays.sort(most, 0, closed);
            long mayOpen = countCaps.get(cap).room() - counted[cap];
            for (int i = closed - 1; i >= Math.max(0, closed - mayOpen); i--) {
                sum += most[i];
            }
            if (sum < packing.value.of(set & ~outside)) {
                return false;
            }
        }
        return true;
    }

    /** {@link Packing#NOWHERE} when one of them fits into no bin. */
    private int scarcest(int set) {
        int found = Packing.NOWHERE;
        int fewest = Integer.MAX_VALUE;
        for (int target = 0; target < packing.targets; target++) {
            if ((set & packing.bit(target)) != 0) {
                int ways = ways(target);
                if (ways == 0) {
                    return Packing.NOWHERE;
                }
                if (ways < fewest) {
                    fewest = ways;
                    found = target;
                }
            }
        }
        return found;
    }

    private int ways(int target) {
        int ways = 0;
        for (int bin : binsFor[target]) {
            ways += fits(target, bin) ? 1 : 0;
        }
        return ways;
    }

    private boolean fits(int target, int bin) {
        steps--;
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

    /** An empty bin that differs from an earlier empty one in nothing that still matters. */
    private boolean isLikeEarlier(int bin, int set) {
        for (int other = 0; other < bin; other++) {
            if (held[bin] == 0
                    && held[other] == 0
                    && left[bin] == left[other]
                    && (packing.takes[bin] & set) == (packing.takes[other] & set)
                    && Arrays.equals(capsOf[bin], capsOf[other])
                    && countAlike(bin, other)) {
                return true;
            }
        }
        return false;
    }

    private boolean countAlike(int bin, int other) {
        return countCaps.stream().allMatch(cap -> cap.weights()[bin] == cap.weights()[other])
                && isUncontested(bin)
                && isUncontested(other);
    }

    private boolean isUncontested(int bin) {
        for (int other = 0; other < held.length; other++) {
            if (other != bin && outcomes.get(other).intersects(outcomes.get(bin))) {
                return false;
            }
        }
        return true;
    }

    private void put(int target, int bin) {
        move(target, bin, 1);
        if (held[bin]++ == 0) {
            count(bin, 1);
        }
        binOf[target] = bin;
    }

    private void take(int target, int bin) {
        move(target, bin, -1);
        if (--held[bin] == 0) {
            count(bin, -1);
        }
        binOf[target] = Packing.NOWHERE;
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
