package cn.jiangxue.local.mongo;

import cn.jiangxue.local.mongo.AccessPath.Order;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.RootReference;
import org.jspecify.annotations.Nullable;

/** Row keys of one access path, from the entries as they were when the stream was made. */
final class EntryStream {

    private final AccessPath path;
    private final RootReference<byte[], Object> entries;
    private final List<KeyRange> ranges;
    private final @Nullable PriorityQueue<Walk> merged;
    private @Nullable Walk current;
    private int nextRange;

    /** Made under the write lock, so that no half-made change is seen. */
    @SuppressWarnings("unchecked")
    EntryStream(AccessPath path) {
        this.path = path;
        this.entries = (RootReference<byte[], Object>) path.index().snapshot();
        this.ranges = path.reverse() ? path.ranges().reversed() : path.ranges();
        this.merged = path.order() == Order.MERGED ? walks() : null;
    }

    private PriorityQueue<Walk> walks() {
        Comparator<Walk> order = (a, b) -> compareAfterFixed(a, b);
        PriorityQueue<Walk> queue = new PriorityQueue<>(path.reverse() ? order.reversed() : order);
        for (KeyRange range : ranges) {
            Walk walk = new Walk(range);
            if (walk.advance()) {
                queue.add(walk);
            }
        }
        return queue;
    }

    private static int compareAfterFixed(Walk a, Walk b) {
        return Arrays.compareUnsigned(a.key, a.range.fixed(), a.key.length, b.key, b.range.fixed(), b.key.length);
    }

    /** The next row key, or null at the end. */
    byte @Nullable [] next() {
        return merged == null ? nextInRanges() : nextMerged(merged);
    }

    private byte @Nullable [] nextMerged(PriorityQueue<Walk> queue) {
        Walk first = queue.poll();
        if (first == null) {
            return null;
        }
        byte[] rowKey = first.rowKey();
        if (first.advance()) {
            queue.add(first);
        }
        return rowKey;
    }

    private byte @Nullable [] nextInRanges() {
        while (current == null || !current.advance()) {
            if (nextRange == ranges.size()) {
                return null;
            }
            current = new Walk(ranges.get(nextRange++));
        }
        return current.rowKey();
    }

    /** A walk through one range. */
    private final class Walk {

        private final KeyRange range;
        private final Cursor<byte[], Object> cursor;
        private byte[] key = {};

        Walk(KeyRange range) {
            this.range = range;
            this.cursor = new Cursor<>(entries, path.reverse() ? range.to() : range.from(), null, path.reverse());
        }

        boolean advance() {
            while (cursor.hasNext()) {
                key = cursor.next();
                boolean belowEnd = Arrays.compareUnsigned(key, range.to()) < 0;
                boolean aboveStart = Arrays.compareUnsigned(key, range.from()) >= 0;
                if (belowEnd && aboveStart) {
                    return true;
                }
                if (path.reverse() ? !aboveStart : !belowEnd) {
                    return false;
                }
            }
            return false;
        }

        byte[] rowKey() {
            return path.index().primary() ? key : (byte[]) cursor.getValue();
        }
    }

    static List<EntryStream> of(Plan plan) {
        List<EntryStream> streams = new ArrayList<>();
        plan.paths().forEach(path -> streams.add(new EntryStream(path)));
        return streams;
    }
}
