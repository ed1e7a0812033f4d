package cn.jiangxue.local.mongo;

import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One way to the rows of a filter: some ranges of one index.
 *
 * @param order whether walking the ranges gives the rows in the order asked for
 * @param reverse whether they are walked backwards
 * @param narrowed whether the filter bounds the walk at all
 * @param exact whether every entry in the ranges satisfies the filter, so that a limit ends the walk at once
 * @param entries how many entries lie in the ranges; where each can hold one at most, the number of ranges
 */
record AccessPath(
        OrderedIndex index,
        List<KeyRange> ranges,
        Order order,
        boolean reverse,
        boolean narrowed,
        boolean exact,
        long entries) {

    enum Order {
        /** The rows come in another order than asked for. */
        NONE,
        /** Range after range gives the order. */
        SORTED,
        /** Each range has the order; they must be merged. */
        MERGED
    }

    private static final int MAX_RANGES = 1000;
    private static final int MAX_MERGED = 200;
    private static final int COUNTED_RANGES = 50;

    /** How one alternative of the filter bounds the index. */
    private record Bounds(List<KeyRange> ranges, Map<String, byte[]> constants, int points, boolean exact) {}

    /** The path over {@code index}, or null when the index does not hold all rows that may match. */
    static @Nullable AccessPath over(OrderedIndex index, List<Conditions> alternatives, List<IndexKey> sort) {
        if (index.sparse() && !alternatives.stream().allMatch(a -> holdsAll(index, a))) {
            return null;
        }
        List<IndexKey> fields = effectiveFields(index);
        List<Bounds> bounds =
                alternatives.stream().map(a -> bounds(index, fields, a)).toList();
        List<KeyRange> raw = bounds.stream().flatMap(b -> b.ranges().stream()).toList();
        boolean narrowed = raw.stream().noneMatch(r -> r == KeyRange.ALL);
        Set<String> constants = constants(bounds);
        int points = bounds.size() == 1 ? bounds.getFirst().points() : 0;
        SortMatch match = SortMatch.of(index, fields, constants, points, sort);
        boolean merge = match.order() == Order.MERGED;
        List<KeyRange> ranges = merge ? raw.stream().filter(r -> !r.isEmpty()).toList() : KeyRange.merge(raw);
        Order order = merge && ranges.size() > MAX_MERGED ? Order.NONE : match.order();
        boolean exact = !index.multikey() && bounds.stream().allMatch(Bounds::exact);
        boolean onePerRange = index.unique()
                && bounds.stream().allMatch(b -> b.points() == index.fields().size());
        long entries = onePerRange ? ranges.size() : count(index, ranges);
        return new AccessPath(index, ranges, order, match.reverse(), narrowed, exact, entries);
    }

    private static boolean holdsAll(OrderedIndex index, Conditions conditions) {
        return index.fields().stream().anyMatch(f -> conditions.present(f.getKey()));
    }

    /** The fields entries are really ordered by: the row key ends every entry of an index that is not unique. */
    private static List<IndexKey> effectiveFields(OrderedIndex index) {
        List<IndexKey> fields = new ArrayList<>(index.fields());
        if (!index.unique() && fields.stream().noneMatch(f -> f.getKey().equals("_id"))) {
            fields.add(new IndexKey("_id", true));
        }
        return fields;
    }

    private static Bounds bounds(OrderedIndex index, List<IndexKey> fields, Conditions conditions) {
        List<byte[]> prefixes = List.of(new byte[0]);
        Map<String, byte[]> constants = new HashMap<>();
        Set<String> used = new HashSet<>();
        Set<String> roots = new HashSet<>();
        List<KeyRange> ranges = null;
        int points = 0;
        for (IndexKey field : fields) {
            List<Interval> intervals = conditions.intervals(field.getKey(), index.multikey());
            boolean sameArray = !roots.add(field.getKey().split("\\.", 2)[0]);
            if (intervals == null || index.multikey() && sameArray) {
                break;
            }
            used.add(field.getKey());
            boolean allPoints = intervals.stream().allMatch(Interval::isPoint);
            if (!allPoints || prefixes.size() * intervals.size() > MAX_RANGES) {
                ranges = ranges(prefixes, intervals, field.isAscending());
                break;
            }
            if (intervals.size() == 1) {
                constants.put(field.getKey(), intervals.getFirst().low().bytes());
            }
            prefixes = extend(prefixes, intervals, field.isAscending());
            points++;
        }
        boolean exact =
                conditions.exact() && used.containsAll(conditions.demands().keySet());
        return new Bounds(ranges == null ? wholePrefixes(prefixes) : ranges, constants, points, exact);
    }

    private static List<byte[]> extend(List<byte[]> prefixes, List<Interval> points, boolean ascending) {
        List<byte[]> longer = new ArrayList<>(prefixes.size() * points.size());
        for (byte[] prefix : prefixes) {
            for (Interval point : points) {
                byte[] value = point.low().bytes();
                longer.add(join(prefix, ascending ? value : KeyString.inverted(value)));
            }
        }
        return longer;
    }

    private static List<KeyRange> ranges(List<byte[]> prefixes, List<Interval> intervals, boolean ascending) {
        List<KeyRange> ranges = new ArrayList<>(prefixes.size() * intervals.size());
        for (byte[] prefix : prefixes) {
            for (Interval interval : intervals) {
                byte[] from =
                        ascending ? interval.low().ascending() : interval.high().descending();
                byte[] to =
                        ascending ? interval.high().ascending() : interval.low().descending();
                ranges.add(new KeyRange(join(prefix, from), join(prefix, to), prefix.length));
            }
        }
        return ranges;
    }

    private static List<KeyRange> wholePrefixes(List<byte[]> prefixes) {
        return prefixes.stream()
                .map(p -> p.length == 0 ? KeyRange.ALL : new KeyRange(p, join(p, KeyRange.ALL.to()), p.length))
                .toList();
    }

    private static byte[] join(byte[] head, byte[] tail) {
        byte[] joined = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, joined, head.length, tail.length);
        return joined;
    }

    /** Fields that have one and the same value in every alternative. */
    private static Set<String> constants(List<Bounds> bounds) {
        Set<String> constant = new HashSet<>();
        if (!bounds.isEmpty()) {
            bounds.getFirst().constants().forEach((field, value) -> {
                if (bounds.stream()
                        .allMatch(b -> Arrays.equals(value, b.constants().get(field)))) {
                    constant.add(field);
                }
            });
        }
        return constant;
    }

    private static long count(OrderedIndex index, List<KeyRange> ranges) {
        if (ranges.size() == 1 && ranges.getFirst() == KeyRange.ALL) {
            return index.size();
        }
        long counted = ranges.stream()
                .limit(COUNTED_RANGES)
                .mapToLong(r -> index.count(r.from(), r.to()))
                .sum();
        return ranges.size() <= COUNTED_RANGES ? counted : counted * ranges.size() / COUNTED_RANGES;
    }
}
