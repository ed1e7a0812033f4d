package cn.jiangxue.transfer.rules;

import cn.jiangxue.transfer.rules.Packing.Bin;
import cn.jiangxue.transfer.rules.Packing.LoadCap;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A packing of up to twenty targets made ready to be searched: amounts in the largest step that divides all credits, and sets of targets as masks, the first
 * target as the highest bit, so that of two sets the preferred one is the larger number.
 */
final class ScaledPacking {

    static final int TARGETS_LIMIT = 20;

    private static final int PLENTY = Integer.MAX_VALUE / 4;

    final Packing packing;
    final int targets;
    final long step;
    final int[] credits;
    final SubsetSums value;

    /** By bin: what it may hold, and which targets. */
    final int[] most;

    final int[] takes;
    final List<Ceiling> ceilings;

    /** By target: the next preferred one that differs from it in nothing; {@link Packing#NOWHERE} where there is none. */
    final int[] twinBefore;

    /** A cap on targets. */
    record Ceiling(SubsetSums held, int room) {}

    ScaledPacking(Packing packing) {
        this.packing = packing;
        step = step(packing);
        targets = packing.targets();
        credits = IntStream.range(0, targets)
                .map(t -> scaled(packing.credits()[t]))
                .toArray();
        long[] sizes = IntStream.of(credits).asLongStream().toArray();
        BitSet all = new BitSet();
        all.set(0, targets);
        value = new SubsetSums(sizes, all);
        takes = packing.bins().stream()
                .mapToInt(bin -> small(mask(bin.targets()), scaled(bin.most())))
                .toArray();
        most = IntStream.range(0, takes.length)
                .map(bin -> fillable(scaled(packing.bins().get(bin).most()), takes[bin]))
                .toArray();
        ceilings = packing.targetCaps().stream()
                .map(cap -> new Ceiling(new SubsetSums(sizes, cap.members()), scaled(cap.room())))
                .toList();
        twinBefore = IntStream.range(0, targets).map(this::twinBefore).toArray();
    }

    /** Whether it is small enough to be searched exactly. */
    static boolean isWithinSize(Packing packing) {
        long sum = 0;
        for (long credits : packing.credits()) {
            sum = Math.addExact(sum, credits);
        }
        return packing.targets() <= TARGETS_LIMIT && sum / step(packing) <= PLENTY;
    }

    /** The bit of a target. */
    int bit(int target) {
        return 1 << (targets - 1 - target);
    }

    int bins() {
        return most.length;
    }

    int sets() {
        return 1 << targets;
    }

    /** Of targets that differ in nothing the preferred ones are granted first. */
    boolean isInOrder(int set, int target) {
        int twin = twinBefore[target];
        return twin == Packing.NOWHERE || (set & bit(twin)) != 0;
    }

    boolean isUnderCeilings(int set) {
        for (Ceiling ceiling : ceilings) {
            if (ceiling.held().of(set) > ceiling.room()) {
                return false;
            }
        }
        return true;
    }

    /** What the bins of the cap can hold together. */
    int groupRoom(LoadCap cap) {
        long sum = cap.members().stream().mapToLong(bin -> most[bin]).sum();
        int union = cap.members().stream().map(bin -> takes[bin]).reduce(0, (one, other) -> one | other);
        return fillable((int) Math.min(sum, scaled(cap.room())), union);
    }

    /** Whole steps; more room than all targets need is the same as no end of it. */
    int scaled(long milli) {
        return (int) Math.min(PLENTY, Math.max(0, milli) / step);
    }

    /** The largest sum of some of the targets that is not above the room; exact for small rooms, else the room. */
    int fillable(int room, int set) {
        int all = (int) value.of(set);
        if (all <= room || room >= Long.SIZE) {
            return Math.min(all, room);
        }
        long sums = 1;
        for (int rest = set; rest != 0; rest &= rest - 1) {
            int size = credits[targets - 1 - Integer.numberOfTrailingZeros(rest)];
            sums |= size <= room ? sums << size : 0;
        }
        long within = sums & (-1L >>> (Long.SIZE - 1 - room));
        return Long.SIZE - 1 - Long.numberOfLeadingZeros(within);
    }

    /** Those of the targets that go into the room at all. */
    private int small(int set, int room) {
        int small = 0;
        for (int target = 0; target < targets; target++) {
            small |= credits[target] <= room ? set & bit(target) : 0;
        }
        return small;
    }

    private int mask(BitSet members) {
        return members.stream().map(this::bit).reduce(0, (one, other) -> one | other);
    }

    private static long step(Packing packing) {
        long step = 0;
        for (long credits : packing.credits()) {
            step = PackingBound.gcd(step, credits);
        }
        return Math.max(1, step);
    }

    private int twinBefore(int target) {
        return IntStream.range(0, target)
                .filter(other -> alike(target, other))
                .max()
                .orElse(Packing.NOWHERE);
    }

    private boolean alike(int one, int other) {
        return credits[one] == credits[other]
                && packing.bins().stream().map(Bin::targets).allMatch(held -> held.get(one) == held.get(other))
                && packing.targetCaps().stream()
                        .map(LoadCap::members)
                        .allMatch(held -> held.get(one) == held.get(other));
    }
}
