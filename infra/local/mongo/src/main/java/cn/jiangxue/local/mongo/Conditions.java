package cn.jiangxue.local.mongo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one conjunction demands of single fields, as far as an index can use it. Every demand is at least as wide as what
 * the filter means: an index narrows, the filter decides.
 *
 * @param demands by dotted field; several for one field when the filter names it several times
 * @param exact whether the demands say all the filter says
 */
record Conditions(Map<String, List<Demand>> demands, boolean exact) {

    /**
     * The values one predicate admits.
     *
     * @param intervals disjoint, ascending
     * @param present whether rows without the field are ruled out
     */
    record Demand(List<Interval> intervals, boolean present) {}

    static final Conditions NONE = new Conditions(Map.of(), true);

    Conditions and(Conditions other) {
        Map<String, List<Demand>> both = new HashMap<>(demands);
        other.demands.forEach((field, more) -> {
            List<Demand> list = new ArrayList<>(both.getOrDefault(field, List.of()));
            list.addAll(more);
            both.put(field, list);
        });
        return new Conditions(both, exact && other.exact);
    }

    /** The same demands of the fields below {@code parent}. */
    Conditions under(String parent) {
        Map<String, List<Demand>> below = new HashMap<>();
        demands.forEach((field, list) -> below.put(parent + "." + field, list));
        return new Conditions(below, false);
    }

    /**
     * The intervals of a field, or null when nothing is demanded of it. Of several predicates on a field that may hold
     * an array only the first may be used, for different elements may satisfy them.
     */
    @Nullable
    List<Interval> intervals(String field, boolean mayBeArray) {
        List<Demand> list = demands.get(field);
        if (list == null) {
            return null;
        }
        List<Interval> result = list.getFirst().intervals();
        for (int i = 1; i < list.size() && !mayBeArray; i++) {
            result = Interval.intersect(result, list.get(i).intervals());
        }
        return result;
    }

    boolean present(String field) {
        return demands.getOrDefault(field, List.of()).stream().anyMatch(Demand::present);
    }
}
