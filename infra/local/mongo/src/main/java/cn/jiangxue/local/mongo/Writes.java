package cn.jiangxue.local.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Runs the statements of a write command one by one and gathers their answers. An ordered command stops at the first
 * statement that fails; each statement that fails has changed nothing by that failure.
 *
 * @param statements the name of the list in the command
 */
record Writes(String statements) {

    private static final int UNKNOWN_ERROR = 8;

    Document run(Document command, Function<Document, Document> one) {
        boolean ordered = !Boolean.FALSE.equals(command.get("ordered"));
        Document reply = new Document("n", 0);
        List<Document> upserted = new ArrayList<>();
        List<Document> errors = new ArrayList<>();
        List<Document> list = Fields.documents(command.get(statements));
        for (int i = 0; i < list.size() && (errors.isEmpty() || !ordered); i++) {
            try {
                add(reply, one.apply(list.get(i)), i, upserted, errors);
            } catch (MongoServerError e) {
                errors.add(error(i, e.getCode(), e.getCodeName(), e.getMessageWithoutErrorCode()));
            } catch (RuntimeException e) {
                errors.add(error(i, UNKNOWN_ERROR, "UnknownError", String.valueOf(e.getMessage())));
            }
        }
        if (!upserted.isEmpty()) {
            reply.append("upserted", upserted);
        }
        if (!errors.isEmpty()) {
            reply.append("writeErrors", errors);
        }
        return reply.append("ok", 1.0);
    }

    private static void add(
            Document reply, Document answer, int index, List<Document> upserted, List<Document> errors) {
        for (String counter : List.of("n", "nModified")) {
            if (answer.get(counter) instanceof Number n) {
                reply.merge(counter, n.intValue(), (a, b) -> (Integer) a + (Integer) b);
            }
        }
        copy(answer, "upserted", index, upserted);
        copy(answer, "writeErrors", index, errors);
    }

    private static void copy(Document answer, String name, int index, List<Document> to) {
        if (answer.get(name) instanceof Iterable<?> found) {
            for (Object one : found) {
                to.add(new Document((Document) one).append("index", index));
            }
        }
    }

    private static Document error(int index, int code, String codeName, String message) {
        return new Document("index", index)
                .append("code", code)
                .append("codeName", codeName)
                .append("errmsg", message);
    }
}
