package cn.jiangxue.transfer.rules;

import java.util.Arrays;

/** By set of targets the ways to fill it into bins, each with the way it came from. Plain arrays: there may be a million of them. */
final class Ways {

    static final int NONE = -1;

    private static final int FIRST_ROOM = 1 << 10;

    private final int[] newest;
    private int size;
    private int dropped = NONE;
    private int[] next = new int[FIRST_ROOM];
    private int[] before = new int[FIRST_ROOM];
    private byte[] added = new byte[FIRST_ROOM];
    private short[] place = new short[FIRST_ROOM];
    private int[] load = new int[FIRST_ROOM];
    private int[] groupLoad = new int[FIRST_ROOM];

    Ways(int sets) {
        newest = new int[sets];
        Arrays.fill(newest, NONE);
    }

    int size() {
        return size;
    }

    /** The newest way to fill the set; {@link #NONE} when there is none. */
    int first(int set) {
        return newest[set];
    }

    int next(int way) {
        return next[way];
    }

    /** The way it came from. */
    int before(int way) {
        return before[way];
    }

    /** The target by which it grew. */
    int added(int way) {
        return added[way];
    }

    /** The place of the bin in use. */
    int place(int way) {
        return place[way];
    }

    /** What is in the bin in use. */
    int load(int way) {
        return load[way];
    }

    /** What is in the group in use. */
    int groupLoad(int way) {
        return groupLoad[way];
    }

    void add(int set, int from, int target, int at, int inBin, int inGroup) {
        if (size == next.length) {
            grow();
        }
        int way = dropped == NONE ? size++ : dropped;
        dropped = NONE;
        next[way] = newest[set];
        before[way] = from;
        added[way] = (byte) target;
        place[way] = (short) at;
        load[way] = inBin;
        groupLoad[way] = inGroup;
        newest[set] = way;
    }

    /** Takes a way out from which nothing has grown yet; {@code previous} comes before it in the list of its set. Its space is used again. */
    void drop(int set, int previous, int way) {
        if (previous == NONE) {
            newest[set] = next[way];
        } else {
            next[previous] = next[way];
        }
        dropped = way;
    }

    private void grow() {
        next = Arrays.copyOf(next, size * 2);
        before = Arrays.copyOf(before, size * 2);
        added = Arrays.copyOf(added, size * 2);
        place = Arrays.copyOf(place, size * 2);
        load = Arrays.copyOf(load, size * 2);
        groupLoad = Arrays.copyOf(groupLoad, size * 2);
    }
}
