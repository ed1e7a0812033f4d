package cn.jiangxue.transfer.rules;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Puts every target of a set into some bin, or finds that this cannot be done. The target with the fewest bins left goes first. */
final class WholeSet {

    /** What looking at the room of a cap costs, compared with trying a bin. */
    private static final int STEPS_PER_LOOK = 4;

    private final ScaledPacking packing;
    private final Rooms rooms;
    private final Outlook outlook;
    private final int[][] binsFor;
    private final int[] binOf;
    private long steps;

    WholeSet(ScaledPacking packing, long steps) {
        this.packing = packing;
        this.steps = steps;
        rooms = new Rooms(packing);
        outlook = new Outlook(packing, rooms);
        binsFor = IntStream.range(0, packing.targets).mapToObj(this::binsFor).toArray(int[][]::new);
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

    private int[] binsFor(int target) {
        return IntStream.range(0, packing.bins())
                .filter(bin -> (packing.takes[bin] & packing.bit(target)) != 0)
                .toArray();
    }

    /** Leaves no trace when it cannot be done. */
    private boolean goesIn(int set) {
        if (set == 0) {
            return true;
        }
        steps -= STEPS_PER_LOOK * outlook.cost();
        int target = outlook.isOpen(set) ? scarcest(set) : Packing.NOWHERE;
        if (target == Packing.NOWHERE) {
            return false;
        }
        for (int bin : binsFor[target]) {
            if (rooms.fits(target, bin) && !isLikeEarlier(bin, set)) {
                rooms.put(target, bin);
                binOf[target] = bin;
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

    private void take(int target, int bin) {
        rooms.take(target, bin);
        binOf[target] = Packing.NOWHERE;
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
            steps--;
            ways += rooms.fits(target, bin) ? 1 : 0;
        }
        return ways;
    }

    /** An empty bin that differs from an earlier empty one in nothing that still matters. */
    private boolean isLikeEarlier(int bin, int set) {
        for (int other = 0; other < bin; other++) {
            if (rooms.held[bin] == 0
                    && rooms.held[other] == 0
                    && rooms.left[bin] == rooms.left[other]
                    && (packing.takes[bin] & set) == (packing.takes[other] & set)
                    && Arrays.equals(rooms.capsOf[bin], rooms.capsOf[other])
                    && countAlike(bin, other)) {
                return true;
            }
        }
        return false;
    }

    private boolean countAlike(int bin, int other) {
        return rooms.countCaps.stream().allMatch(cap -> cap.weights()[bin] == cap.weights()[other])
                && !rooms.isContested(bin)
                && !rooms.isContested(other);
    }
}
