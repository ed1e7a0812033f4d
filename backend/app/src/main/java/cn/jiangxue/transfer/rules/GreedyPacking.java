package cn.jiangxue.transfer.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A good allocation, quickly; never claimed to be the best. Nothing more fits into what it returns. */
final class GreedyPacking {

    private GreedyPacking() {}

    /** Which of the bins that have room is taken. */
    private enum Fit {
        FIRST,
        TIGHTEST
    }

    /** The best of several orders, each improved by exchanging one target for others; the first one wins a tie. */
    static int[] pack(Packing packing) {
        int[] best = new PartialPacking(packing).allocation();
        for (List<Integer> order : orders(packing)) {
            for (Fit fit : Fit.values()) {
                int[] found = improved(packing, order, fit, filled(packing, order, fit));
                if (packing.value(found) > packing.value(best)) {
                    best = found;
                }
            }
        }
        return best;
    }

    private static List<List<Integer>> orders(Packing packing) {
        List<Integer> stated = IntStream.range(0, packing.targets()).boxed().toList();
        Comparator<Integer> largest = Comparator.comparingLong(target -> -packing.credits()[target]);
        Comparator<Integer> rarest = Comparator.comparingLong(target ->
                packing.bins().stream().filter(bin -> bin.targets().get(target)).count());
        return List.of(
                stated,
                stated.stream().sorted(largest).toList(),
                stated.stream().sorted(rarest.thenComparing(largest)).toList());
    }

    private static PartialPacking filled(Packing packing, List<Integer> order, Fit fit) {
        PartialPacking partial = new PartialPacking(packing);
        fill(packing, partial, order, fit);
        return partial;
    }

    private static void fill(Packing packing, PartialPacking partial, List<Integer> order, Fit fit) {
        for (int target : order) {
            int bin = bin(packing, partial, target, fit);
            if (bin != Packing.NOWHERE) {
                partial.put(target, bin);
            }
        }
    }

    private static int bin(Packing packing, PartialPacking partial, int target, Fit fit) {
        int found = Packing.NOWHERE;
        for (int bin = 0; bin < packing.bins().size(); bin++) {
            if (partial.fits(target, bin)
                    && (found == Packing.NOWHERE || fit == Fit.TIGHTEST && partial.left(bin) < partial.left(found))) {
                found = bin;
            }
        }
        return found;
    }

    /** Leaves out one target after the other and fills again, the one left out last, as long as that grants more. */
    private static int[] improved(Packing packing, List<Integer> order, Fit fit, PartialPacking start) {
        int[] best = start.allocation();
        boolean again = true;
        while (again) {
            again = false;
            for (int out : order) {
                if (best[out] != Packing.NOWHERE) {
                    int[] tried = without(packing, best, out, order, fit);
                    if (packing.value(tried) > packing.value(best)) {
                        best = tried;
                        again = true;
                    }
                }
            }
        }
        return best;
    }

    private static int[] without(Packing packing, int[] allocation, int out, List<Integer> order, Fit fit) {
        PartialPacking partial = new PartialPacking(packing);
        for (int target = 0; target < allocation.length; target++) {
            if (target != out && allocation[target] != Packing.NOWHERE) {
                partial.put(target, allocation[target]);
            }
        }
        List<Integer> last = new ArrayList<>(order);
        last.remove(Integer.valueOf(out));
        last.add(out);
        fill(packing, partial, last, fit);
        return partial.allocation();
    }
}
