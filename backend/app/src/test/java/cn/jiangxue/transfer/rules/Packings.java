package cn.jiangxue.transfer.rules;

import cn.jiangxue.transfer.rules.Packing.Bin;
import cn.jiangxue.transfer.rules.Packing.CountCap;
import cn.jiangxue.transfer.rules.Packing.LoadCap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Packings made up from a seed, and the plain way to solve small ones: try everything. */
final class Packings {

    private Packings() {}

    static BitSet set(int... members) {
        BitSet set = new BitSet();
        IntStream.of(members).forEach(set::set);
        return set;
    }

    static BitSet upTo(int count) {
        BitSet set = new BitSet();
        set.set(0, count);
        return set;
    }

    static Bin bin(long most, int outcome, int... targets) {
        return new Bin(most, set(targets), set(outcome));
    }

    static Packing plain(long[] credits, Bin... bins) {
        return new Packing(credits, List.of(bins), List.of(), List.of(), List.of());
    }

    /** Every kind of cap, bins that share outcomes, and rooms that bind. */
    static Packing random(Random random, int targets, int bins, long step) {
        long[] credits = random.longs(targets, 1, 9).map(units -> units * step).toArray();
        List<Bin> made = new ArrayList<>();
        for (int bin = 0; bin < bins; bin++) {
            BitSet outcomes = set(random.nextInt(4) == 0 ? random.nextInt(bins) : bin);
            if (random.nextInt(6) == 0) {
                outcomes.set(random.nextInt(bins));
            }
            made.add(new Bin(room(random, 18, step), some(random, targets), outcomes));
        }
        List<LoadCap> targetCaps = new ArrayList<>();
        if (random.nextInt(3) > 0) {
            targetCaps.add(new LoadCap(upTo(targets), room(random, 5 * targets, step)));
        }
        if (random.nextBoolean()) {
            targetCaps.add(new LoadCap(some(random, targets), room(random, 2 * targets, step)));
        }
        List<LoadCap> loadCaps = new ArrayList<>();
        for (int cap = random.nextInt(3); cap > 0; cap--) {
            loadCaps.add(new LoadCap(some(random, bins), room(random, 2 * targets, step)));
        }
        List<CountCap> countCaps = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            int[] weights = IntStream.range(0, bins)
                    .map(bin -> random.nextBoolean() ? made.get(bin).outcomes().cardinality() : 0)
                    .toArray();
            countCaps.add(new CountCap(weights, random.nextInt(4)));
        }
        return new Packing(credits, made, targetCaps, loadCaps, countCaps);
    }

    /** As a large application looks: caps by institution, kind and year, by category and in total, and a count, all of which bind. */
    static Packing lifelike(Random random, int targets, int bins, int tightPercent) {
        long[] credits = random.longs(targets, 3, 13).map(units -> units * 500).toArray();
        long all = LongStream.of(credits).sum();
        List<Bin> made = new ArrayList<>();
        int reach = 1 + random.nextInt(8);
        for (int bin = 0; bin < bins; bin++) {
            BitSet takes = new BitSet();
            for (int i = 0; i < reach; i++) {
                takes.set(random.nextInt(targets));
            }
            made.add(new Bin(500L * (4 + random.nextInt(20)), takes, set(bin)));
        }
        List<LoadCap> targetCaps = new ArrayList<>();
        targetCaps.add(new LoadCap(upTo(targets), all * tightPercent / 100));
        sorts(random, targets, 3)
                .forEach(sort -> targetCaps.add(new LoadCap(sort, all * tightPercent / (200 + random.nextInt(200)))));
        List<LoadCap> loadCaps = new ArrayList<>();
        for (int sorts : new int[] {5, 4, 6}) {
            sorts(random, bins, sorts)
                    .forEach(sort -> loadCaps.add(
                            new LoadCap(sort, all * tightPercent / (100L * sorts) + 500 * random.nextInt(6))));
        }
        BitSet counted = sorts(random, bins, 3).getFirst();
        int[] weights =
                IntStream.range(0, bins).map(bin -> counted.get(bin) ? 1 : 0).toArray();
        return new Packing(credits, made, targetCaps, loadCaps, List.of(new CountCap(weights, 2 + random.nextInt(3))));
    }

    private static List<BitSet> sorts(Random random, int members, int sorts) {
        List<BitSet> made =
                IntStream.range(0, sorts).mapToObj(_ -> new BitSet()).toList();
        IntStream.range(0, members)
                .forEach(member -> made.get(random.nextInt(sorts)).set(member));
        return made;
    }

    private static long room(Random random, int most, long step) {
        return random.nextInt(most + 1) * step + random.nextInt(2) * (step / 2);
    }

    private static BitSet some(Random random, int size) {
        BitSet set = new BitSet();
        for (int member = 0; member < size; member++) {
            set.set(member, random.nextInt(5) > 1);
        }
        return set;
    }

    /** The best by trying everything: most credit, then the targets that come first. */
    static int[] bruteForce(Packing packing) {
        Search search = new Search(packing);
        search.from(0);
        return search.best;
    }

    static boolean isAllowed(Packing packing, int[] binOf) {
        PartialPacking partial = new PartialPacking(packing);
        for (int target = 0; target < binOf.length; target++) {
            if (binOf[target] != Packing.NOWHERE) {
                if (!partial.fits(target, binOf[target])) {
                    return false;
                }
                partial.put(target, binOf[target]);
            }
        }
        return true;
    }

    /** Which targets are granted, the first one as the highest bit. */
    static long granted(int[] binOf) {
        long set = 0;
        for (int bin : binOf) {
            set = set * 2 + (bin == Packing.NOWHERE ? 0 : 1);
        }
        return set;
    }

    private static final class Search {
        private final Packing packing;
        private final PartialPacking partial;
        private int[] best;

        Search(Packing packing) {
            this.packing = packing;
            partial = new PartialPacking(packing);
            best = partial.allocation();
        }

        void from(int target) {
            if (target == packing.targets()) {
                int[] found = partial.allocation();
                long more = packing.value(found) - packing.value(best);
                if (more > 0 || more == 0 && granted(found) > granted(best)) {
                    best = found;
                }
                return;
            }
            for (int bin = 0; bin < packing.bins().size(); bin++) {
                if (partial.fits(target, bin)) {
                    partial.put(target, bin);
                    from(target + 1);
                    partial.take(target);
                }
            }
            from(target + 1);
        }
    }
}
