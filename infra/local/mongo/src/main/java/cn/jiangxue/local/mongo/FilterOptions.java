package cn.jiangxue.local.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operators filters and projections may use; an unknown one is refused even where no document would meet it. */
final class FilterOptions {

    private static final Set<String> LOGICAL = Set.of("$and", "$or", "$nor");
    private static final Set<String> PREDICATES = Set.of(
            "$eq",
            "$ne",
            "$gt",
            "$gte",
            "$lt",
            "$lte",
            "$in",
            "$nin",
            "$not",
            "$exists",
            "$mod",
            "$size",
            "$all",
            "$type",
            "$elemMatch",
            "$regex",
            "$options");

    private FilterOptions() {}

    static void checkFilter(String where, @Nullable Object filter) {
        if (!(filter instanceof Document clauses)) {
            return;
        }
        for (Map.Entry<String, Object> clause : clauses.entrySet()) {
            String name = clause.getKey();
            if (LOGICAL.contains(name)) {
                Fields.documents(clause.getValue()).forEach(part -> checkFilter(where, part));
            } else if (!name.startsWith("$")) {
                checkPredicate(where, clause.getValue());
            } else if (!name.equals("$comment") && !name.equals("$expr")) {
                throw Refused.option(where, name);
            }
        }
    }

    private static void checkPredicate(String where, @Nullable Object value) {
        if (!(value instanceof Document operators) || !FilterReader.isOperators(operators)) {
            return;
        }
        for (Map.Entry<String, Object> operator : operators.entrySet()) {
            String name = operator.getKey();
            if (name.equals("$ref") || name.equals("$id") || name.equals("$db")) {
                continue;
            }
            if (!PREDICATES.contains(name)) {
                throw Refused.option(where, name);
            }
            if (name.equals("$not")) {
                checkPredicate(where, operator.getValue());
            } else if (name.equals("$elemMatch")) {
                checkElement(where, operator.getValue());
            }
        }
    }

    private static void checkElement(String where, @Nullable Object operand) {
        boolean ofFields = operand instanceof Document d
                && d.keySet().stream().allMatch(k -> !k.startsWith("$") || LOGICAL.contains(k) || k.equals("$expr"));
        if (ofFields) {
            checkFilter(where, operand);
        } else {
            checkPredicate(where, operand);
        }
    }

    /** Fields are kept or left out, never both in one projection; of the operators only slices and elements. */
    static void checkProjection(String where, @Nullable Object projection) {
        if (!(projection instanceof Document fields)) {
            return;
        }
        boolean keeps = false;
        boolean leavesOut = false;
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            Object how = field.getValue();
            boolean operator = how instanceof Document d
                    && d.size() == 1
                    && (d.containsKey("$slice") || d.containsKey("$elemMatch"));
            boolean deep = operator && field.getKey().contains(".");
            boolean plain = how instanceof Boolean || how instanceof Number;
            if (!operator && !plain || deep || field.getKey().endsWith(".$")) {
                throw Refused.option(where, "projection {" + field.getKey() + ": " + how + "}");
            }
            if (plain && !field.getKey().equals("_id")) {
                boolean no = Boolean.FALSE.equals(how) || how instanceof Number n && n.doubleValue() == 0;
                leavesOut |= no;
                keeps |= !no;
            }
        }
        if (keeps && leavesOut) {
            throw Refused.value("a projection either keeps fields or leaves fields out: " + projection);
        }
    }
}
