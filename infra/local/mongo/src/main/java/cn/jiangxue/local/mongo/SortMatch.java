package cn.jiangxue.local.mongo;

import cn.jiangxue.local.mongo.AccessPath.Order;
import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.List;
import java.util.Set;

/** Whether an index, walked one way or the other, gives the order a query asks for. */
record SortMatch(Order order, boolean reverse) {

    private static final SortMatch NO = new SortMatch(Order.NONE, false);
    private static final SortMatch ANY = new SortMatch(Order.SORTED, false);

    /**
     * @param fields what entries are ordered by
     * @param constants fields with one value throughout, which order nothing
     * @param points how many leading fields are bound to single values, of which there may be several
     */
    static SortMatch of(
            OrderedIndex index, List<IndexKey> fields, Set<String> constants, int points, List<IndexKey> sort) {
        List<IndexKey> wanted =
                sort.stream().filter(s -> !constants.contains(s.getKey())).toList();
        if (wanted.isEmpty() && (sort.isEmpty() || !index.multikey())) {
            return ANY;
        }
        if (index.multikey()) {
            return NO;
        }
        SortMatch direct = follow(index, fields, 0, constants, wanted, Order.SORTED);
        return direct.order() != Order.NONE || points == 0
                ? direct
                : follow(index, fields, points, constants, wanted, Order.MERGED);
    }

    private static SortMatch follow(
            OrderedIndex index,
            List<IndexKey> fields,
            int start,
            Set<String> constants,
            List<IndexKey> wanted,
            Order order) {
        int at = start;
        Boolean reverse = null;
        for (IndexKey next : wanted) {
            while (at < fields.size() && constants.contains(fields.get(at).getKey())) {
                at++;
            }
            if (at == fields.size() && index.unique()) {
                break;
            }
            if (at == fields.size() || !fields.get(at).getKey().equals(next.getKey())) {
                return NO;
            }
            boolean backwards = fields.get(at).isAscending() != next.isAscending();
            if (reverse != null && reverse != backwards) {
                return NO;
            }
            reverse = backwards;
            at++;
        }
        return new SortMatch(order, Boolean.TRUE.equals(reverse));
    }
}
