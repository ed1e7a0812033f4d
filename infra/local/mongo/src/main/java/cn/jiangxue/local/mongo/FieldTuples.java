package cn.jiangxue.local.mongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values a document has under a list of dotted paths: one tuple for a plain document, one per element when a path
 * runs through an array. Two different arrays in one list of paths are refused, as a MongoDB server does.
 */
final class FieldTuples {

    private final List<String[]> paths;
    private final List<@Nullable Object[]> tuples = new ArrayList<>();
    private boolean array;

    private FieldTuples(List<String[]> paths) {
        this.paths = paths;
    }

    static FieldTuples of(List<String[]> paths, Document document) {
        FieldTuples result = new FieldTuples(paths);
        @Nullable Object[] values = new Object[paths.size()];
        Arrays.fill(values, document);
        result.expand(values, new int[paths.size()]);
        return result;
    }

    List<@Nullable Object[]> tuples() {
        return tuples;
    }

    /** Whether some path ran through an array, so that the document may stand in an index more than once. */
    boolean throughArray() {
        return array;
    }

    private void expand(@Nullable Object[] values, int[] steps) {
        List<?> found = null;
        for (int i = 0; i < values.length; i++) {
            walk(values, steps, i);
            if (values[i] instanceof List<?> list && steps[i] <= paths.get(i).length) {
                if (found != null && found != list) {
                    throw new CannotIndexParallelArraysError(List.of(String.join(".", paths.get(i)), "another array"));
                }
                found = list;
            }
        }
        if (found == null) {
            tuples.add(values);
        } else {
            array = true;
            expandElements(found, values, steps);
        }
    }

    /** Follows one path until its end (the step then lies beyond the path) or an array. */
    private void walk(@Nullable Object[] values, int[] steps, int i) {
        String[] path = paths.get(i);
        while (steps[i] < path.length) {
            Object value = values[i];
            if (value instanceof Document document) {
                values[i] = document.getOrMissing(path[steps[i]++]);
            } else if (value instanceof List<?> list && isPosition(path[steps[i]])) {
                int position = Integer.parseInt(path[steps[i]++]);
                values[i] = position < list.size() ? list.get(position) : Missing.getInstance();
            } else if (value instanceof List<?>) {
                return;
            } else {
                values[i] = Missing.getInstance();
                steps[i] = path.length + 1;
            }
        }
    }

    private void expandElements(List<?> list, @Nullable Object[] values, int[] steps) {
        if (list.isEmpty()) {
            expandOne(KeyString.UNDEFINED, list, values, steps);
        }
        for (Object element : list) {
            expandOne(element, list, values, steps);
        }
    }

    private void expandOne(@Nullable Object element, List<?> list, @Nullable Object[] values, int[] steps) {
        @Nullable Object[] next = values.clone();
        int[] nextSteps = steps.clone();
        for (int i = 0; i < next.length; i++) {
            if (next[i] == list && nextSteps[i] <= paths.get(i).length) {
                boolean atEnd = nextSteps[i] == paths.get(i).length;
                next[i] = atEnd || element instanceof Document || element == KeyString.UNDEFINED
                        ? element
                        : Missing.getInstance();
                if (!(element instanceof Document) || atEnd) {
                    nextSteps[i] = paths.get(i).length + 1;
                }
            }
        }
        expand(next, nextSteps);
    }

    private static boolean isPosition(String step) {
        return !step.isEmpty() && step.length() < 9 && step.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
