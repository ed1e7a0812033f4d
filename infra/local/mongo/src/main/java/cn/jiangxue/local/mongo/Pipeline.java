package cn.jiangxue.local.mongo;

import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An aggregation, split into the query it begins with, which indexes may answer, and the stages after it.
 *
 * @param query the leading {@code $match}, {@code $sort}, {@code $skip} and {@code $limit}
 */
record Pipeline(Query query, List<Document> rest) {

    static Pipeline of(Document command) {
        List<Document> stages = Aggregation.parse(command.get("pipeline"));
        List<Document> matches = new ArrayList<>();
        int at = 0;
        while (at < stages.size() && stages.get(at).get("$match") instanceof Document match) {
            matches.add(match);
            at++;
        }
        Document sort = new Document();
        if (at < stages.size() && stages.get(at).get("$sort") instanceof Document order && isPlain(order)) {
            sort = order;
            at++;
        }
        long skip = 0;
        long limit = 0;
        if (at < stages.size() && stages.get(at).get("$skip") instanceof Number n) {
            skip = n.longValue();
            at++;
        }
        if (at < stages.size() && stages.get(at).get("$limit") instanceof Number n && n.longValue() > 0) {
            limit = n.longValue();
            at++;
        }
        Document filter = matches.size() == 1 ? matches.getFirst() : new Document();
        if (matches.size() > 1) {
            filter.append("$and", matches);
        }
        return new Pipeline(
                new Query(filter, Plan.sortKeys(sort), skip, limit), List.copyOf(stages.subList(at, stages.size())));
    }

    private static boolean isPlain(Document sort) {
        return sort.values().stream().allMatch(Number.class::isInstance);
    }

    /** Whether all that follows is what drivers send for counting documents. */
    boolean countsOnly() {
        if (rest.size() != 1 || !(rest.getFirst().get("$group") instanceof Document group) || group.size() != 2) {
            return false;
        }
        Object counter = group.get("n");
        return group.get("_id") instanceof Number
                && counter instanceof Document sum
                && sum.size() == 1
                && sum.get("$sum") instanceof Number one
                && one.doubleValue() == 1;
    }

    Document countDocument(long count) {
        Document group = (Document) Objects.requireNonNull(rest.getFirst().get("$group"));
        return new Document("_id", group.get("_id")).append("n", (int) count);
    }

    /** Results that are all there already. */
    static Rows rows(List<Document> documents) {
        Iterator<Document> iterator = documents.iterator();
        return new Rows() {
            private @Nullable Document last;

            @Override
            public boolean hasNext() {
                return iterator.hasNext();
            }

            @Override
            public Document next() {
                Document next = iterator.next();
                last = next;
                return next;
            }

            @Override
            public int bytes() {
                return last == null ? 0 : Bson.encode(last).length;
            }
        };
    }
}
