package cn.jiangxue.local.mongo;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Runs an update statement on the one row whose {@code _id} its filter names: no plan, no index but those that change, and only those fields decoded that are asked
 * for. It knows a replacement and plain {@code $set}, {@code $unset} and {@code $inc} of whole fields; every other statement, and every one that may be refused, is
 * the library's. As on a MongoDB server a row counts as modified, and is, when its bytes change: the library keeps 2 where a long 2 is set.
 */
final class DirectUpdate {

    private static final QueryMatcher MATCHER = new DefaultQueryMatcher();
    private static final Set<String> OPERATORS = Set.of("$set", "$unset", "$inc");

    /** A result only the library knows. */
    private static final Object UNKNOWN = new Object();

    private final Table table;
    private final Examined examined;

    DirectUpdate(Table table, Examined examined) {
        this.table = table;
        this.examined = examined;
    }

    /** The answer to the statement, or null when it is the library's and nothing has been done. */
    @Nullable
    Document run(Document statement) {
        if (!(statement.get("u") instanceof Document update)
                || Boolean.TRUE.equals(statement.get("multi"))
                || statement.get("arrayFilters") != null) {
            return null;
        }
        Document filter = new Document();
        if (!flatten(Fields.document(statement, "q"), filter)) {
            return null;
        }
        Object id = filter.get("_id");
        if (id == null || !isPlainKey(id)) {
            return null;
        }
        byte[] key = KeyString.of(id);
        examined.key();
        byte[] row = table.read(key);
        boolean upserts = Boolean.TRUE.equals(statement.get("upsert"));
        if (row == null) {
            return upserts ? insert(key, id, update) : answer(0, 0);
        }
        if (!matches(row, filter)) {
            return upserts ? null : answer(0, 0);
        }
        byte[] after = isOperators(update) ? operated(row, update) : replaced(Bson.decode(row, Set.of("_id")), update);
        return after == null ? null : save(key, row, after);
    }

    private @Nullable Document insert(byte[] key, Object id, Document update) {
        byte[] after = isOperators(update) ? null : replaced(new Document("_id", id), update);
        if (after == null) {
            return null;
        }
        table.replace(key, null, Bson.decode(after));
        return answer(1, 0).append("upserted", List.of(new Document("_id", id)));
    }

    private boolean matches(byte[] row, Document filter) {
        examined.document();
        return MATCHER.matches(Bson.decode(row, fields(filter)), filter);
    }

    private Document save(byte[] key, byte[] row, byte[] after) {
        if (Arrays.equals(after, row)) {
            return answer(1, 0);
        }
        table.replace(key, row, after);
        return answer(1, 1);
    }

    private static Document answer(int matched, int modified) {
        return new Document("n", matched).append("nModified", modified);
    }

    /** A value of which one row at most has an equal key and nothing else matches. */
    private static boolean isPlainKey(Object id) {
        return switch (id) {
            case String s -> true;
            case Integer i -> true;
            case Long l -> true;
            case UUID u -> true;
            case ObjectId o -> true;
            default -> false;
        };
    }

    /** All that {@code filter} demands of single fields, without the {@code $and} drivers put around it; false when it demands more than that. */
    private static boolean flatten(Document filter, Document all) {
        for (Map.Entry<String, Object> clause : filter.entrySet()) {
            String name = clause.getKey();
            if (name.equals("$and") && clause.getValue() instanceof Collection<?> parts && !parts.isEmpty()) {
                for (Object part : parts) {
                    if (!(part instanceof Document inner) || !flatten(inner, all)) {
                        return false;
                    }
                }
            } else if (name.startsWith("$") || all.containsKey(name)) {
                return false;
            } else {
                all.put(name, clause.getValue());
            }
        }
        return true;
    }

    /** The fields the filter looks at. */
    private static Set<String> fields(Document filter) {
        Set<String> names = new HashSet<>();
        for (String name : filter.keySet()) {
            int dot = name.indexOf('.');
            names.add(dot < 0 ? name : name.substring(0, dot));
        }
        return names;
    }

    private static boolean isOperators(Document update) {
        return !update.isEmpty() && update.keySet().iterator().next().startsWith("$");
    }

    /** @param after the id the row has */
    private static byte @Nullable [] replaced(Document after, Document update) {
        if (!isStorable(update) || update.keySet().stream().anyMatch(name -> name.contains("."))) {
            return null;
        }
        Object id = update.get("_id");
        if (id != null && !id.equals(after.get("_id"))) {
            return null;
        }
        update.forEach((name, value) -> {
            if (!name.equals("_id")) {
                after.put(name, value);
            }
        });
        return Bson.encode(after);
    }

    private static byte @Nullable [] operated(byte[] row, Document update) {
        Map<String, Map.Entry<String, @Nullable Object>> operations = operations(update);
        if (operations == null) {
            return null;
        }
        Document before = Bson.decode(row, operations.keySet());
        Map<String, @Nullable Object> after = new LinkedHashMap<>();
        for (var operation : operations.entrySet()) {
            String name = operation.getKey();
            Object old = before.getOrMissing(name);
            Object operand = operation.getValue().getValue();
            switch (operation.getValue().getKey()) {
                case "$unset" -> after.put(name, Missing.getInstance());
                case "$inc" -> after.put(name, sum(old, operand));
                default -> after.put(name, isStorable(operand) ? operand : UNKNOWN);
            }
        }
        return after.containsValue(UNKNOWN) ? null : Bson.changed(row, after);
    }

    /** Operator and operand by field, in order; null when there is anything but plain changes of different fields. */
    private static @Nullable Map<String, Map.Entry<String, @Nullable Object>> operations(Document update) {
        Map<String, Map.Entry<String, @Nullable Object>> operations = new LinkedHashMap<>();
        for (Map.Entry<String, Object> operator : update.entrySet()) {
            if (!OPERATORS.contains(operator.getKey())
                    || !(operator.getValue() instanceof Document changes)
                    || changes.isEmpty()) {
                return null;
            }
            for (Map.Entry<String, Object> change : changes.entrySet()) {
                var operation =
                        new SimpleImmutableEntry<String, @Nullable Object>(operator.getKey(), change.getValue());
                if (!isPlainName(change.getKey()) || operations.put(change.getKey(), operation) != null) {
                    return null;
                }
            }
        }
        return operations;
    }

    private static boolean isPlainName(String name) {
        return !name.isEmpty() && !name.equals("_id") && !name.contains(".") && !name.contains("$");
    }

    /** Of whole numbers of one kind, as long as it stays within it. */
    private static Object sum(Object old, @Nullable Object by) {
        if (old instanceof Long one && by instanceof Long other) {
            long sum = one + other;
            return ((one ^ sum) & (other ^ sum)) >= 0 ? (Object) sum : UNKNOWN;
        }
        if (old instanceof Integer one && by instanceof Integer other) {
            int sum = one + other;
            return (long) one + other == sum ? (Object) sum : UNKNOWN;
        }
        return UNKNOWN;
    }

    /** Whether no name in it begins with a dollar, which is refused or has a meaning of its own. */
    private static boolean isStorable(@Nullable Object value) {
        return switch (value) {
            case Document document ->
                document.entrySet().stream()
                        .allMatch(field -> !field.getKey().startsWith("$") && isStorable(field.getValue()));
            case Collection<?> elements -> elements.stream().allMatch(DirectUpdate::isStorable);
            case null, default -> true;
        };
    }
}
