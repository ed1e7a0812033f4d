package cn.jiangxue.local.mongo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Index entries from {@code from} (inclusive) to {@code to} (exclusive).
 *
 * @param fixed how many leading bytes all of them share because those fields are fixed
 */
record KeyRange(byte[] from, byte[] to, int fixed) {

    static final KeyRange ALL = new KeyRange(new byte[0], new byte[] {(byte) 0xFF}, 0);

    boolean isEmpty() {
        return Arrays.compareUnsigned(from, to) >= 0;
    }

    /** The same entries as disjoint ranges in order. */
    static List<KeyRange> merge(List<KeyRange> ranges) {
        List<KeyRange> sorted = ranges.stream()
                .filter(r -> !r.isEmpty())
                .sorted((a, b) -> Arrays.compareUnsigned(a.from, b.from))
                .toList();
        List<KeyRange> merged = new ArrayList<>();
        for (KeyRange next : sorted) {
            KeyRange last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || Arrays.compareUnsigned(next.from, last.to) > 0) {
                merged.add(next);
            } else {
                byte[] to = Arrays.compareUnsigned(last.to, next.to) >= 0 ? last.to : next.to;
                merged.set(merged.size() - 1, new KeyRange(last.from, to, Math.min(last.fixed, next.fixed)));
            }
        }
        return merged;
    }
}
