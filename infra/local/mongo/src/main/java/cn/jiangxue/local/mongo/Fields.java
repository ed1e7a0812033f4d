package cn.jiangxue.local.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a command must or may have. */
final class Fields {

    private Fields() {}

    /**
     * A text that must be there.
     *
     * @throws de.bwaldvogel.mongo.exception.MongoServerError when it is not
     */
    static String text(Document command, String name) {
        if (command.get(name) instanceof String text) {
            return text;
        }
        throw Refused.value("'" + name + "' must be a string");
    }

    /** A sub-document, empty when it is not there. */
    static Document document(Document command, String name) {
        return command.get(name) instanceof Document document ? document : new Document();
    }

    /** A whole number, 0 when it is not there. */
    static long number(Document command, String name) {
        return command.get(name) instanceof Number number ? number.longValue() : 0;
    }

    /** The documents of a list, none when it is not there. */
    static List<Document> documents(@Nullable Object list) {
        return list instanceof Collection<?> all
                ? all.stream()
                        .filter(Document.class::isInstance)
                        .map(Document.class::cast)
                        .toList()
                : List.of();
    }
}
