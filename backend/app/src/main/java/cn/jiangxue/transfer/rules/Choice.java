package cn.jiangxue.transfer.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What may be granted, in numbers. Each target goes whole through one way or through none; a divisible way grants any amount up to its most; no room is exceeded; and as
 * much credit as possible is granted in sum.
 *
 * @param credits of each target, in milli-credits, above zero; in the order in which targets are preferred
 * @param ways in the order in which they are preferred
 */
record Choice(long[] credits, List<Way> ways, List<CreditCap> creditCaps, List<CountCap> countCaps) {

    Choice {
        ways = List.copyOf(ways);
        creditCaps = List.copyOf(creditCaps);
        countCaps = List.copyOf(countCaps);
    }

    /**
     * One use of a rule.
     *
     * @param most milli-credits that may be granted through it
     * @param targets it may satisfy whole; none for one that is divisible
     * @param outcomes it rests on, numbered in the learner's order; of ways that share one only one may grant anything
     */
    record Way(long most, BitSet targets, BitSet outcomes) {

        boolean isDivisible() {
            return targets.isEmpty();
        }

        /** The outcome that comes first for the learner. */
        int firstOutcome() {
            return outcomes.nextSetBit(0);
        }
    }

    /** What a way may be used for: one target, or ({@link #POOL}) any amount. */
    record Share(int way, int target) {

        static final int POOL = -1;

        boolean isDivisible() {
            return target == POOL;
        }
    }

    /**
     * @param shares that count together, by their place in {@link #shares(List)}
     * @param room milli-credits
     */
    record CreditCap(BitSet shares, long room) {}

    /**
     * @param shares by which an outcome counts, by their place in {@link #shares(List)}
     * @param weights outcomes of each way that count once one of its shares grants something
     * @param room outcomes
     */
    record CountCap(BitSet shares, int[] weights, long room) {}

    /** Everything that may be granted, by way and by target; caps name shares by their place here. */
    static List<Share> shares(List<Way> ways) {
        List<Share> shares = new ArrayList<>();
        for (int way = 0; way < ways.size(); way++) {
            int through = way;
            if (ways.get(way).isDivisible()) {
                shares.add(new Share(way, Share.POOL));
            }
            ways.get(way).targets().stream()
                    .mapToObj(target -> new Share(through, target))
                    .forEach(shares::add);
        }
        return shares;
    }

    /** Milli-credits that one unit of a share grants: a target whole, or one milli-credit. */
    long unit(Share share) {
        return share.isDivisible() ? 1 : credits[share.target()];
    }

    /** Milli-credits that are never exceeded, as if there were room for everything. */
    long ceiling() {
        long targets = IntStream.range(0, credits.length)
                .filter(target -> ways.stream().anyMatch(way -> way.targets().get(target)))
                .mapToLong(target -> credits[target])
                .sum();
        long divisible = ways.stream()
                .mapToInt(Way::firstOutcome)
                .distinct()
                .mapToLong(outcome -> ways.stream()
                        .filter(way -> way.isDivisible() && way.firstOutcome() == outcome)
                        .mapToLong(Way::most)
                        .max()
                        .orElse(0))
                .sum();
        return targets + divisible;
    }

    /**
     * What is granted.
     *
     * @param wayOf by target; {@link #NOWHERE} when it is not granted
     * @param amounts by way the milli-credits granted through it if it is divisible
     * @param bound milli-credits that no choice exceeds
     */
    record Solution(int[] wayOf, long[] amounts, long bound) {

        static final int NOWHERE = -1;
    }
}
