package cn.jiangxue.local.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One database: answers the commands on collections, those the library does not do rightly by itself. */
final class StoreDatabase extends AbstractMongoDatabase<byte[]> {

    private final Storage storage;
    private final Examined examined;
    private final Cursors cursors;
    private final Reads reads;

    StoreDatabase(String name, Storage storage, CursorRegistry registry, Examined examined, Cursors cursors) {
        super(name, registry);
        this.storage = storage;
        this.examined = examined;
        this.cursors = cursors;
        this.reads = new Reads(this);
        initializeNamespacesAndIndexes();
    }

    Storage storage() {
        return storage;
    }

    Examined examined() {
        return examined;
    }

    Cursors cursors() {
        return cursors;
    }

    @Nullable
    StoreCollection collection(String name) {
        return (StoreCollection) resolveCollection(name, false);
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "find" -> reads.find(query);
            case "aggregate" -> reads.aggregate(query, databases);
            case "explain" -> reads.explain(query);
            case "insert" -> new Writes("documents").run(query, document -> insert(query, document));
            case "update" ->
                new Writes("updates").run(query, statement -> update(channel, query, statement, databases));
            case "delete" -> new Writes("deletes").run(query, statement -> delete(query, statement));
            case "dropindexes" -> dropIndexes(query);
            case "listcollections" -> listCollections(channel, query, databases, oplog);
            default -> super.handleCommand(channel, command, query, databases, oplog);
        };
    }

    private Document insert(Document command, Document document) {
        StoreCollection collection = writable(Fields.text(command, "insert"));
        collection.addDocument(document);
        return new Document("n", 1);
    }

    /** The library runs one statement that is not a plain one; the list of them, its order and its errors are {@link Writes}' business. */
    private Document update(Channel channel, Document command, Document statement, DatabaseResolver databases) {
        StoreCollection collection = writable(Fields.text(command, "update"));
        Document answer = new DirectUpdate(collection.table(), examined).run(statement);
        if (answer != null) {
            return answer;
        }
        Document single = new Document("update", command.get("update")).append("updates", List.of(statement));
        return super.handleCommand(channel, "update", single, databases, NoopOplog.get());
    }

    private Document delete(Document command, Document statement) {
        StoreCollection collection = collection(Fields.text(command, "delete"));
        Document filter = Fields.document(statement, "q");
        int limit = (int) Fields.number(statement, "limit");
        return new Document("n", collection == null ? 0 : collection.deleteDocuments(filter, limit));
    }

    private StoreCollection writable(String name) {
        if (name.startsWith("system.")) {
            throw Refused.value("collections named system.* belong to the store");
        }
        return (StoreCollection) resolveOrCreateCollection(name);
    }

    private Document dropIndexes(Document command) {
        StoreCollection collection = collection(Fields.text(command, "dropIndexes"));
        Object which = command.get("index");
        if (collection != null) {
            List<String> names = collection.getIndexes().stream()
                    .filter(i -> !i.getName().equals("_id_"))
                    .filter(i -> "*".equals(which)
                            || i.getName().equals(which)
                            || Objects.equals(i.toIndexDescription().get("key"), which))
                    .map(Index::getName)
                    .toList();
            if (names.isEmpty() && !"*".equals(which)) {
                throw Refused.noIndex(String.valueOf(which));
            }
            names.forEach(name -> dropIndex(collection, name));
        }
        return new Document("ok", 1.0);
    }

    @Override
    protected void dropIndex(MongoCollection<byte[]> collection, String name) {
        super.dropIndex(collection, name);
        Document row = new Document("ns", collection.getFullName()).append("name", name);
        Objects.requireNonNull(indexes.get()).removeDocument(row);
    }

    private Document listCollections(Channel channel, Document query, DatabaseResolver databases, Oplog oplog) {
        Document all = super.handleCommand(channel, "listCollections", query, databases, oplog);
        Document filter = Fields.document(query, "filter");
        Document cursor = Fields.document(all, "cursor");
        List<Document> found = Fields.documents(cursor.get("firstBatch"));
        DefaultQueryMatcher matcher = new DefaultQueryMatcher();
        cursor.put(
                "firstBatch",
                found.stream().filter(d -> matcher.matches(d, filter)).toList());
        return all;
    }

    @Override
    protected MongoCollection<byte[]> openOrCreateCollection(String name, CollectionOptions options) {
        Table table = storage.table(getFullCollectionNamespace(name));
        return new StoreCollection(this, name, options, cursorRegistry, table);
    }

    @Override
    protected Index<byte[]> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new DeclaredIndex(name, keys, true, sparse);
    }

    @Override
    protected Index<byte[]> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new DeclaredIndex(name, keys, false, sparse);
    }

    @Override
    protected long getFileSize() {
        return storage.log().totalBytes();
    }

    @Override
    protected long getStorageSize() {
        return storage.log().liveBytes();
    }
}
