package cn.jiangxue.local.mongo;

import cn.jiangxue.local.mongo.AccessPath.Order;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a query is answered: by the cheapest path, or by one path per alternative of an {@code $or}. Costs are exact entry
 * counts, for the ordered maps count a range in two descents.
 *
 * @param sorts whether the rows found must still be sorted
 */
record Plan(List<AccessPath> paths, boolean sorts) {

    /** Chooses the plan. {@code wanted} is how many rows will be taken, 0 when all. */
    static Plan choose(Table table, Document filter, List<IndexKey> sort, long wanted) {
        List<Conditions> alternatives = FilterReader.alternatives(filter);
        AccessPath byId = AccessPath.over(table.primary(), alternatives, sort);
        if (byId != null && byId.narrowed() && isUnbeaten(byId)) {
            return new Plan(List.of(byId), byId.order() == Order.NONE);
        }
        AccessPath best = cheapest(table, alternatives, sort, wanted);
        Plan single = new Plan(List.of(best), best.order() == Order.NONE);
        if (alternatives.size() < 2 || best.narrowed()) {
            return single;
        }
        List<AccessPath> several = new ArrayList<>();
        for (Conditions alternative : alternatives) {
            several.add(cheapest(table, List.of(alternative), List.of(), 0));
        }
        boolean better = several.stream().allMatch(AccessPath::narrowed)
                && several.stream().mapToLong(AccessPath::entries).sum() < cost(best, wanted);
        return better ? new Plan(several, !sort.isEmpty()) : single;
    }

    /** Whether no other index need be asked: one row at most is looked at, or the ids are all the filter says. */
    private static boolean isUnbeaten(AccessPath byId) {
        return byId.entries() <= 1 || byId.exact() && byId.order() != Order.NONE;
    }

    private static AccessPath cheapest(Table table, List<Conditions> alternatives, List<IndexKey> sort, long wanted) {
        return candidates(table)
                .map(index -> Optional.ofNullable(AccessPath.over(index, alternatives, sort)))
                .flatMap(Optional::stream)
                .min(Comparator.<AccessPath>comparingLong(p -> cost(p, wanted))
                        .thenComparing(p -> p.exact() ? 0 : 1)
                        .thenComparing(p -> p.narrowed() ? 0 : 1))
                .orElseThrow();
    }

    private static Stream<OrderedIndex> candidates(Table table) {
        return Stream.concat(Stream.of(table.primary()), table.indexes().stream());
    }

    /** Rows that must be looked at; sorting them afterwards counts a quarter more. */
    private static long cost(AccessPath path, long wanted) {
        if (path.order() == Order.NONE) {
            return path.entries() + path.entries() / 4 + 1;
        }
        return path.exact() && wanted > 0 ? Math.min(path.entries(), wanted) : path.entries();
    }

    /** Whether a row may be met twice. */
    boolean repeats() {
        return paths.size() > 1 || paths.getFirst().index().multikey();
    }

    /** As {@code explain} shows it. */
    Document describe() {
        Document plan = new Document();
        if (sorts) {
            plan.append("stage", "SORT").append("inputStage", stages());
        } else {
            plan.putAll(stages());
        }
        return plan;
    }

    private Document stages() {
        if (paths.size() == 1) {
            return stage(paths.getFirst());
        }
        return new Document("stage", "OR")
                .append("inputStages", paths.stream().map(Plan::stage).toList());
    }

    private static Document stage(AccessPath path) {
        if (!path.narrowed() && path.index().primary()) {
            return new Document("stage", "COLLSCAN");
        }
        Document keys = new Document();
        path.index().fields().forEach(f -> keys.append(f.getKey(), f.isAscending() ? 1 : -1));
        return new Document("stage", "FETCH")
                .append(
                        "inputStage",
                        new Document("stage", path.order() == Order.MERGED ? "SORT_MERGE" : "IXSCAN")
                                .append("indexName", path.index().name())
                                .append("keyPattern", keys)
                                .append("isMultiKey", path.index().multikey())
                                .append("direction", path.reverse() ? "backward" : "forward")
                                .append("ranges", path.ranges().size()));
    }

    static List<IndexKey> sortKeys(Document sort) {
        return sort.entrySet().stream()
                .map(e -> new IndexKey(
                        e.getKey(),
                        Objects.requireNonNull((Number) e.getValue()).intValue() > 0))
                .toList();
    }
}
