package cn.jiangxue.local.mongo;

import cn.jiangxue.local.mongo.Conditions.Demand;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads out of a filter what an index can use: a list of conjunctions of which at least one holds. */
final class FilterReader {

    private static final int MAX_ALTERNATIVES = 32;

    private FilterReader() {}

    /** The alternatives of a filter; {@link Conditions#NONE} alone when nothing in it narrows. */
    static List<Conditions> alternatives(Document filter) {
        List<Conditions> result = List.of(Conditions.NONE);
        for (Map.Entry<String, Object> clause : filter.entrySet()) {
            result = combine(result, clause(clause.getKey(), clause.getValue()));
        }
        return result;
    }

    private static List<Conditions> clause(String name, @Nullable Object value) {
        if (name.equals("$comment")) {
            return List.of(Conditions.NONE);
        }
        if (name.equals("$and") && value instanceof Collection<?> all) {
            List<Conditions> result = List.of(Conditions.NONE);
            for (Object part : all) {
                result = combine(result, part instanceof Document d ? alternatives(d) : unknown());
            }
            return result;
        }
        if (name.equals("$or") && value instanceof Collection<?> any) {
            List<Conditions> result = new ArrayList<>();
            any.forEach(part -> result.addAll(part instanceof Document d ? alternatives(d) : unknown()));
            return result.size() > MAX_ALTERNATIVES ? unknown() : result;
        }
        return name.startsWith("$") ? unknown() : List.of(field(name, value));
    }

    private static List<Conditions> combine(List<Conditions> some, List<Conditions> more) {
        if (some.size() * more.size() > MAX_ALTERNATIVES) {
            return some.stream().map(c -> new Conditions(c.demands(), false)).toList();
        }
        return some.stream().flatMap(a -> more.stream().map(a::and)).toList();
    }

    private static List<Conditions> unknown() {
        return List.of(new Conditions(Map.of(), false));
    }

    private static Conditions one(String field, Demand demand) {
        return new Conditions(Map.of(field, List.of(demand)), true);
    }

    private static Conditions field(String field, @Nullable Object value) {
        if (!(value instanceof Document operators) || !isOperators(operators)) {
            Demand equal = equalTo(value);
            return equal == null ? new Conditions(Map.of(), false) : one(field, equal);
        }
        Conditions result = Conditions.NONE;
        List<Interval> range = List.of(Interval.ALL);
        boolean ranged = false;
        for (Map.Entry<String, Object> operator : operators.entrySet()) {
            List<Interval> bound = range(operator.getKey(), operator.getValue());
            if (bound != null) {
                range = Interval.intersect(range, bound);
                ranged = true;
            } else {
                result = result.and(other(field, operator.getKey(), operator.getValue()));
            }
        }
        // bounds in one expression hold for one and the same element, so they may be one demand
        return ranged ? one(field, new Demand(range, true)).and(result) : result;
    }

    static boolean isOperators(Document value) {
        return !value.isEmpty() && value.keySet().iterator().next().startsWith("$");
    }

    private static Conditions other(String field, String operator, @Nullable Object operand) {
        Conditions unknown = new Conditions(Map.of(), false);
        return switch (operator) {
            case "$eq" -> ofNullable(field, equalTo(operand), unknown);
            case "$in" -> ofNullable(field, operand instanceof Collection<?> c ? anyOf(c) : null, unknown);
            case "$ne" ->
                operand == null ? one(field, new Demand(notNull(), true)).and(unknown) : unknown;
            case "$exists" ->
                Boolean.TRUE.equals(operand)
                        ? one(field, new Demand(List.of(Interval.ALL), true)).and(unknown)
                        : unknown;
            case "$all" -> all(field, operand).and(unknown);
            case "$elemMatch" -> elementOf(field, operand).and(unknown);
            default -> unknown;
        };
    }

    private static Conditions ofNullable(String field, @Nullable Demand demand, Conditions otherwise) {
        return demand == null ? otherwise : one(field, demand);
    }

    private static @Nullable Demand equalTo(@Nullable Object value) {
        if (value instanceof Collection || value instanceof BsonRegularExpression || !isOrdered(value)) {
            return null;
        }
        return new Demand(List.of(Interval.point(KeyString.of(value))), value != null);
    }

    private static boolean isOrdered(@Nullable Object value) {
        if (value instanceof Document d) {
            return d.entrySet().stream().allMatch(e -> !e.getKey().startsWith("$") && isOrdered(e.getValue()));
        }
        if (value instanceof Collection<?> c) {
            return c.stream().allMatch(FilterReader::isOrdered);
        }
        return KeyString.typeOf(value) >= 0;
    }

    private static @Nullable Demand anyOf(Collection<?> values) {
        List<byte[]> points = new ArrayList<>();
        boolean present = true;
        for (Object value : values) {
            Demand equal = equalTo(value);
            if (equal == null) {
                return null;
            }
            points.add(KeyString.of(value));
            present &= equal.present();
        }
        return new Demand(Interval.points(points), present);
    }

    private static List<Interval> notNull() {
        return List.of(
                new Interval(Interval.ALL.low(), Interval.Cut.beforeType(KeyString.NULL)),
                new Interval(Interval.Cut.beforeType(KeyString.NULL + 1), Interval.ALL.high()));
    }

    private static Conditions all(String field, @Nullable Object operand) {
        Conditions result = Conditions.NONE;
        if (operand instanceof Collection<?> values) {
            for (Object value : values) {
                boolean expression = value instanceof Document d && isOperators(d);
                Demand equal = expression ? null : equalTo(value);
                if (equal != null && value != null) {
                    result = result.and(one(field, equal));
                }
            }
        }
        return result;
    }

    /** What holds for one element of an array, said of the path through the array. */
    private static Conditions elementOf(String field, @Nullable Object operand) {
        if (!(operand instanceof Document element) || element.isEmpty()) {
            return Conditions.NONE;
        }
        String first = element.keySet().iterator().next();
        if (first.startsWith("$") && !first.equals("$and")) {
            return first.equals("$or") || first.equals("$nor") ? Conditions.NONE : field(field, element);
        }
        List<Conditions> alternatives = alternatives(element);
        return alternatives.size() == 1 ? alternatives.getFirst().under(field) : Conditions.NONE;
    }

    /** The values a comparison admits (of the operand's own type only), or null when it is no such comparison. */
    private static @Nullable List<Interval> range(String operator, @Nullable Object operand) {
        if (operand == null
                || operand instanceof MinKey
                || operand instanceof MaxKey
                || operand instanceof Document
                || operand instanceof Collection
                || operand instanceof BsonRegularExpression
                || KeyString.typeOf(operand) < 0) {
            return null;
        }
        byte[] value = KeyString.of(operand);
        int type = KeyString.typeOf(operand);
        Interval.Cut first = Interval.Cut.beforeType(type);
        Interval.Cut end = Interval.Cut.beforeType(type + 1);
        return switch (operator) {
            case "$gt" -> List.of(new Interval(Interval.Cut.after(value), end));
            case "$gte" -> List.of(new Interval(Interval.Cut.before(value), end));
            case "$lt" -> List.of(new Interval(first, Interval.Cut.before(value)));
            case "$lte" -> List.of(new Interval(first, Interval.Cut.after(value)));
            default -> null;
        };
    }
}
