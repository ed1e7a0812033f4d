package cn.jiangxue.local.mongo;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/**
 * A question to one table.
 *
 * @param skip rows to leave out
 * @param limit rows to give at most, 0 for all
 */
record Query(Document filter, List<IndexKey> sort, long skip, long limit) {

    /** Finds the rows as they are asked for; sorts them first when no index has the order. */
    Rows run(Storage storage, Table table, Examined examined) {
        Plan plan = plan(table);
        Scan scan = Scan.start(storage, table, filter, plan, examined);
        Rows rows = plan.sorts() ? SortedRows.of(table, filter, scan, sort, skip + limit, limit > 0) : scan;
        for (long left = skip; left > 0 && rows.hasNext(); left--) {
            rows.next();
        }
        return limit > 0 ? rows.limited(limit) : rows;
    }

    Plan plan(Table table) {
        return Plan.choose(table, filter, sort, limit == 0 ? 0 : skip + limit);
    }
}
