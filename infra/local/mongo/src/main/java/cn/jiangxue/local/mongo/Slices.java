package cn.jiangxue.local.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Map;
import java.util.function.BinaryOperator;

/** A projection that shortens arrays and names no field to keep: all other fields stay, which the library does not do. */
final class Slices {

    private Slices() {}

    static boolean only(Document projection) {
        boolean slices = false;
        for (Map.Entry<String, Object> field : projection.entrySet()) {
            boolean slice = isSlice(field.getValue());
            slices |= slice;
            if (!slice && (!isNo(field.getValue()) && !field.getKey().equals("_id"))) {
                return false;
            }
        }
        return slices;
    }

    /** Projects {@code row}, leaving each kind of projection by itself to {@code library}. */
    static Document project(Document row, Document projection, BinaryOperator<Document> library) {
        Document slices = new Document();
        Document leftOut = new Document();
        projection.forEach((field, how) -> {
            if (isSlice(how)) {
                slices.put(field, how);
            } else if (isNo(how)) {
                leftOut.put(field, how);
            }
        });
        Document result = leftOut.isEmpty() ? row.clone() : library.apply(row, leftOut);
        library.apply(row, slices).forEach(result::replace);
        return result;
    }

    private static boolean isSlice(Object how) {
        return how instanceof Document d && d.containsKey("$slice");
    }

    private static boolean isNo(Object how) {
        return Boolean.FALSE.equals(how) || how instanceof Number n && n.doubleValue() == 0;
    }
}
