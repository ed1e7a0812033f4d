package cn.jiangxue.local.mongo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values between two cuts in the order of {@link KeyString}. */
record Interval(Cut low, Cut high) {

    /** Between all values; leaves out what has no order here. */
    static final Interval ALL = new Interval(Cut.beforeType(0), Cut.beforeType(KeyString.MAX_KEY + 1));

    /**
     * A place between two values: before or after one value, or before the first value of a type.
     *
     * @param bytes an encoded value, or the one byte of a type
     */
    record Cut(byte[] bytes, Side side) {

        enum Side {
            BEFORE_TYPE,
            BEFORE,
            AFTER
        }

        static Cut beforeType(int type) {
            return new Cut(new byte[] {(byte) type}, Side.BEFORE_TYPE);
        }

        static Cut before(byte[] value) {
            return new Cut(value, Side.BEFORE);
        }

        static Cut after(byte[] value) {
            return new Cut(value, Side.AFTER);
        }

        /**
         * The smallest bytes that lie at or beyond the cut, in an ascending field. No component begins with 0xFF, so a
         * value followed by it comes after everything that begins with the value.
         */
        byte[] ascending() {
            return side == Side.AFTER ? append(bytes, 0xFF) : bytes;
        }

        /** The same for a descending field, where what lay before the cut lies after it. */
        byte[] descending() {
            return switch (side) {
                case BEFORE_TYPE -> new byte[] {(byte) (bytes[0] == 0 ? 0xFF : 0x100 - (bytes[0] & 0xFF))};
                case BEFORE -> append(KeyString.inverted(bytes), 0xFF);
                case AFTER -> KeyString.inverted(bytes);
            };
        }

        private static byte[] append(byte[] value, int last) {
            byte[] longer = Arrays.copyOf(value, value.length + 1);
            longer[value.length] = (byte) last;
            return longer;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Cut cut && side == cut.side && Arrays.equals(bytes, cut.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }

    static Interval point(byte[] value) {
        return new Interval(Cut.before(value), Cut.after(value));
    }

    /** Whether exactly one value lies between the cuts. */
    boolean isPoint() {
        return low.side() == Cut.Side.BEFORE
                && high.side() == Cut.Side.AFTER
                && Arrays.equals(low.bytes(), high.bytes());
    }

    private boolean isEmpty() {
        return Arrays.compareUnsigned(low.ascending(), high.ascending()) >= 0;
    }

    /** What lies in both; both lists are disjoint and ascending, and so is the result. */
    static List<Interval> intersect(List<Interval> some, List<Interval> others) {
        List<Interval> both = new ArrayList<>();
        for (Interval a : some) {
            for (Interval b : others) {
                Interval common = new Interval(later(a.low, b.low), earlier(a.high, b.high));
                if (!common.isEmpty()) {
                    both.add(common);
                }
            }
        }
        return both;
    }

    /** The points, each once and ascending. */
    static List<Interval> points(List<byte[]> values) {
        return values.stream()
                .sorted(Arrays::compareUnsigned)
                .map(Interval::point)
                .distinct()
                .toList();
    }

    private static final Comparator<Cut> ORDER = (a, b) -> Arrays.compareUnsigned(a.ascending(), b.ascending());

    private static Cut later(Cut a, Cut b) {
        return ORDER.compare(a, b) >= 0 ? a : b;
    }

    private static Cut earlier(Cut a, Cut b) {
        return ORDER.compare(a, b) <= 0 ? a : b;
    }
}
