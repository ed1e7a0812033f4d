package cn.jiangxue.transfer.rules;

import cn.jiangxue.transfer.rules.Packing.LoadCap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Which sets of targets fit into the bins when, of the caps across bins, only some are looked at that have no bin in common. Exact for these. Sets grow
 * target by target, and bins are filled one after the other, group by group; so a way to fill a set is known by the group and the bin in use and what is in
 * them. Who is in an earlier group, or in the same one with less in it and less far on among its bins, can go wherever the other can: the other way is
 * forgotten. So is a way from which the credit looked for is out of reach.
 */
final class NestedSets {

    /** Ways remembered; beyond it nothing is claimed. */
    static final int WAYS_LIMIT = 2_000_000;

    private static final int NONE = Ways.NONE;

    private final ScaledPacking packing;
    private final PossibleSets possible;
    private final long wanted;
    /** Bins in the order in which they are filled; by place there: its group. By group: its room, where it begins, and all room from it on. */
    private final int[] bins;

    private final int[] groupAt;
    private final int[] groupRoom;
    private final int[] groupStart;
    private final long[] roomFrom;
    /** By target and place: the first place from there on whose bin takes the target, and whose group has room for it. */
    private final int[][] nextPlace;

    private final Ways ways;

    NestedSets(ScaledPacking packing, PossibleSets possible, List<LoadCap> apart, long wanted) {
        this.packing = packing;
        this.possible = possible;
        this.wanted = wanted;
        List<int[]> groups = groups(apart);
        bins = groups.stream().flatMapToInt(Arrays::stream).toArray();
        groupAt = new int[bins.length];
        groupRoom = new int[groups.size()];
        groupStart = new int[groups.size() + 1];
        for (int group = 0; group < groups.size(); group++) {
            groupStart[group + 1] = groupStart[group] + groups.get(group).length;
            Arrays.fill(groupAt, groupStart[group], groupStart[group + 1], group);
            groupRoom[group] =
                    group < apart.size() ? packing.groupRoom(apart.get(group)) : packing.most[groups.get(group)[0]];
        }
        roomFrom = new long[groups.size() + 1];
        for (int group = groups.size() - 1; group >= 0; group--) {
            roomFrom[group] = roomFrom[group + 1] + groupRoom[group];
        }
        nextPlace = nextPlace();
        ways = new Ways(packing.sets());
    }

    /** Whether every set could be looked at. */
    boolean grow() {
        ways.add(0, NONE, NONE, NONE, 0, 0);
        for (int set = 0; set < packing.sets(); set++) {
            if (ways.first(set) != NONE) {
                extend(set);
                if (ways.size() > WAYS_LIMIT) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether the set fits; asked of sets that grant at least what is wanted. */
    boolean contains(int set) {
        return ways.first(set) != NONE;
    }

    /** A way in which the set fits. */
    int[] trace(int set) {
        int[] binOf = new int[packing.targets];
        Arrays.fill(binOf, Packing.NOWHERE);
        for (int way = ways.first(set); ways.before(way) != NONE; way = ways.before(way)) {
            binOf[ways.added(way)] = bins[ways.place(way)];
        }
        return binOf;
    }

    private List<int[]> groups(List<LoadCap> apart) {
        List<int[]> groups = new ArrayList<>();
        BitSet inside = new BitSet();
        for (LoadCap cap : apart) {
            groups.add(cap.members().stream().toArray());
            inside.or(cap.members());
        }
        for (int bin = 0; bin < packing.bins(); bin++) {
            if (!inside.get(bin)) {
                groups.add(new int[] {bin});
            }
        }
        return groups;
    }

    private int[][] nextPlace() {
        int[][] found = new int[packing.targets][bins.length + 1];
        for (int target = 0; target < packing.targets; target++) {
            found[target][bins.length] = bins.length;
            for (int at = bins.length - 1; at >= 0; at--) {
                boolean takes = (packing.takes[bins[at]] & packing.bit(target)) != 0
                        && packing.credits[target] <= groupRoom[groupAt[at]];
                found[target][at] = takes ? at : found[target][at + 1];
            }
        }
        return found;
    }

    private void extend(int set) {
        for (int target = 0; target < packing.targets; target++) {
            int larger = set | packing.bit(target);
            if (larger != set && possible.contains(larger)) {
                for (int way = ways.first(set); way != NONE; way = ways.next(way)) {
                    extend(larger, target, way);
                }
            }
        }
    }

    /** Into the bin in use, else into the next one of the group, else into the next group: each is better than what comes after it. */
    private void extend(int set, int target, int way) {
        int credits = packing.credits[target];
        int at = ways.place(way);
        if (at == NONE) {
            open(set, target, way, nextPlace[target][0]);
            return;
        }
        int group = groupAt[at];
        boolean groupHasRoom = ways.groupLoad(way) + credits <= groupRoom[group];
        if (groupHasRoom
                && (packing.takes[bins[at]] & packing.bit(target)) != 0
                && ways.load(way) + credits <= packing.most[bins[at]]) {
            keep(set, way, target, at, ways.load(way) + credits, ways.groupLoad(way) + credits);
            return;
        }
        int later = nextPlace[target][at + 1];
        if (groupHasRoom && later < groupStart[group + 1]) {
            keep(set, way, target, later, credits, ways.groupLoad(way) + credits);
        } else {
            open(set, target, way, nextPlace[target][groupStart[group + 1]]);
        }
    }

    private void open(int set, int target, int way, int at) {
        if (at < bins.length) {
            keep(set, way, target, at, packing.credits[target], packing.credits[target]);
        }
    }

    private void keep(int set, int from, int target, int at, int newLoad, int newGroupLoad) {
        int group = groupAt[at];
        if (packing.value.of(set) + roomFrom[group] - newGroupLoad < wanted) {
            return;
        }
        int previous = NONE;
        for (int other = ways.first(set); other != NONE; other = ways.next(other)) {
            int otherGroup = groupAt[ways.place(other)];
            boolean otherIsFurther = ways.place(other) > at || ways.place(other) == at && ways.load(other) > newLoad;
            if (otherGroup < group || otherGroup == group && !otherIsFurther && ways.groupLoad(other) <= newGroupLoad) {
                return;
            }
            boolean newIsFurther = ways.place(other) < at || ways.place(other) == at && ways.load(other) < newLoad;
            if (group < otherGroup || otherGroup == group && !newIsFurther && newGroupLoad <= ways.groupLoad(other)) {
                ways.drop(set, previous, other);
            } else {
                previous = other;
            }
        }
        ways.add(set, from, target, at, newLoad, newGroupLoad);
    }
}
