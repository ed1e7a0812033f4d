package cn.jiangxue.local.mongo;

import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The reading commands of one database: find, aggregate and explain. */
final class Reads {

    private final StoreDatabase database;

    Reads(StoreDatabase database) {
        this.database = database;
    }

    Document find(Document command) {
        StoreCollection collection = database.collection(Fields.text(command, "find"));
        String namespace = database.getDatabaseName() + "." + command.get("find");
        if (collection == null) {
            return database.cursors().reply(namespace, Pipeline.rows(List.of()), 0, true);
        }
        Rows rows = collection.find(query(command), new Examined(database.examined()));
        Rows projected = collection.projected(rows, (Document) command.get("projection"));
        boolean single = Boolean.TRUE.equals(command.get("singleBatch")) || Fields.number(command, "limit") < 0;
        if (command.get("batchSize") instanceof Number size && size.intValue() == 0) {
            return database.cursors().emptyReply(namespace, projected);
        }
        return database.cursors().reply(namespace, projected, (int) Fields.number(command, "batchSize"), single);
    }

    private static Query query(Document command) {
        return new Query(
                filter(command),
                Plan.sortKeys(Fields.document(command, "sort")),
                Fields.number(command, "skip"),
                Math.abs(Fields.number(command, "limit")));
    }

    private static Document filter(Document command) {
        return Fields.document(command, command.containsKey("filter") ? "filter" : "query");
    }

    Document aggregate(Document command, DatabaseResolver databases) {
        String name = Fields.text(command, "aggregate");
        String namespace = database.getDatabaseName() + "." + name;
        Rows rows = aggregated(command, databases, new Examined(database.examined()));
        Document cursor = Fields.document(command, "cursor");
        if (cursor.get("batchSize") instanceof Number size && size.intValue() == 0) {
            return database.cursors().emptyReply(namespace, rows);
        }
        return database.cursors().reply(namespace, rows, (int) Fields.number(cursor, "batchSize"), false);
    }

    private Rows aggregated(Document command, @Nullable DatabaseResolver databases, Examined examined) {
        StoreCollection collection = database.collection(Fields.text(command, "aggregate"));
        Pipeline pipeline = Pipeline.of(command);
        if (collection == null) {
            return Pipeline.rows(List.of());
        }
        if (pipeline.countsOnly()) {
            long count = collection.count(pipeline.query());
            return Pipeline.rows(count == 0 ? List.of() : List.of(pipeline.countDocument(count)));
        }
        Rows found = collection.find(pipeline.query(), examined);
        if (pipeline.rest().isEmpty()) {
            return found;
        }
        Aggregation rest = Aggregation.fromPipeline(pipeline.rest(), databases, database, collection, NoopOplog.get());
        Stream<Document> stream = StreamSupport.stream(Spliterators.spliteratorUnknownSize(found, 0), false);
        return Pipeline.rows(rest.runStages(stream));
    }

    /** Runs the command explained (a write only as far as finding) and tells the plan and what was looked at. */
    Document explain(Document explain) {
        Document command = explained(Fields.document(explain, "explain"));
        String name = command.keySet().iterator().next();
        StoreCollection collection = database.collection(Fields.text(command, name));
        Query query = name.equals("aggregate") ? Pipeline.of(command).query() : query(command);
        Examined examined = new Examined(null);
        long returned = 0;
        Document winning = new Document("stage", "EOF");
        if (collection != null) {
            winning = query.plan(collection.table()).describe();
            for (Iterator<Document> rows = explained(command, name, collection, query, examined); rows.hasNext(); ) {
                rows.next();
                returned++;
            }
        }
        Document statistics = new Document("executionSuccess", true)
                .append("nReturned", returned)
                .append("totalKeysExamined", examined.keys())
                .append("totalDocsExamined", examined.documents());
        return new Document("queryPlanner", new Document("winningPlan", winning))
                .append("executionStats", statistics)
                .append("ok", 1.0);
    }

    private Iterator<Document> explained(
            Document command, String name, StoreCollection collection, Query query, Examined examined) {
        return name.equals("aggregate") ? aggregated(command, null, examined) : collection.find(query, examined);
    }

    /** Turns the statement of a write into the search it begins with. */
    private static Document explained(Document command) {
        Map.Entry<String, Object> first = command.entrySet().iterator().next();
        String kind = first.getKey().toLowerCase(Locale.ROOT);
        String list = kind.equals("update") ? "updates" : kind.equals("delete") ? "deletes" : "";
        if (list.isEmpty()) {
            Document same = new Document(kind.equals("findandmodify") ? "find" : first.getKey(), first.getValue());
            command.forEach(same::putIfAbsent);
            return kind.equals("findandmodify") ? same.append("limit", 1) : same;
        }
        Document statement = Fields.documents(command.get(list)).getFirst();
        boolean many = Boolean.TRUE.equals(statement.get("multi"))
                || Fields.number(statement, "limit") == 0 && kind.equals("delete");
        return new Document("find", first.getValue())
                .append("filter", statement.get("q"))
                .append("limit", many ? 0 : 1);
    }
}
