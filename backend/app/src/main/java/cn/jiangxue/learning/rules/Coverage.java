package cn.jiangxue.learning.rules;

import cn.jiangxue.contract.LearningApi.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Which whole media seconds of a video were seen: the union of everything played. One bit a second, so its size depends on the video and never on how often or how
 * jumpily it was watched. Immutable.
 */
public final class Coverage {

    public static final Coverage NONE = new Coverage(new BitSet());

    private final BitSet seen;

    private Coverage(BitSet seen) {
        this.seen = seen;
    }

    /** What {@link #toBytes()} wrote. */
    public static Coverage of(byte[] bytes) {
        return new Coverage(BitSet.valueOf(bytes));
    }

    public byte[] toBytes() {
        return seen.toByteArray();
    }

    /** This and the seconds from {@code from} (inclusive) to {@code to} (exclusive). */
    public Coverage plus(int from, int to) {
        var wider = (BitSet) seen.clone();
        wider.set(from, to);
        return new Coverage(wider);
    }

    /** How many seconds of the stretch were not seen yet. */
    public int unseen(int from, int to) {
        return to - from - seen.get(from, to).cardinality();
    }

    /** Length of the union in seconds. */
    public int seconds() {
        return seen.cardinality();
    }

    /** The union as spans in order, none touching another. At most half as many as the video has seconds. */
    public List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        for (int from = seen.nextSetBit(0); from >= 0; ) {
            int to = seen.nextClearBit(from);
            spans.add(new Span(from, to));
            from = seen.nextSetBit(to);
        }
        return spans;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Coverage that && seen.equals(that.seen);
    }

    @Override
    public int hashCode() {
        return seen.hashCode();
    }

    @Override
    public String toString() {
        return seen.toString();
    }
}
