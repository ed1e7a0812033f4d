package cn.jiangxue.local.mongo;

import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.InvalidIdFieldError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One collection: the update operators of the library over the rows and indexes of a {@link Table}. Documents handed out
 * are always copies, so the library may change them in place before it gives them back.
 */
final class StoreCollection extends AbstractMongoCollection<byte[]> {

    private final Storage storage;
    private final Table table;
    private final Examined examined;
    private boolean one;

    StoreCollection(
            StoreDatabase database, String name, CollectionOptions options, CursorRegistry cursors, Table table) {
        super(database, name, options, cursors);
        this.storage = database.storage();
        this.examined = database.examined();
        this.table = table;
    }

    Table table() {
        return table;
    }

    @Override
    public void addDocument(Document document) {
        String idField = getIdField();
        if ("_id".equals(idField)) {
            if (document.get(idField) instanceof Collection) {
                throw new InvalidIdFieldError("The '_id' value cannot be of type array");
            }
            document.putIfAbsent(idField, new ObjectId());
        }
        byte[] key = keyOf(document);
        byte[] existing = table.read(key);
        if (existing != null && "_id".equals(idField)) {
            throw table.duplicate(table.primary(), new Object[] {document.get(idField)});
        }
        table.replace(key, existing == null ? null : Bson.decode(existing), document);
    }

    /** Catalogue rows have no {@code _id}: a collection is known by its name, an index by collection and name. */
    private byte[] keyOf(Document document) {
        String idField = getIdField();
        if (idField != null) {
            return KeyString.of(document.get(idField));
        }
        return KeyString.of(document.get("ns") + "$" + document.get("name"));
    }

    @Override
    public void removeDocument(Document document) {
        byte[] key = keyOf(document);
        byte[] existing = table.read(key);
        if (existing != null) {
            table.replace(key, Bson.decode(existing), null);
        }
    }

    @Override
    protected void handleUpdate(byte[] position, Document oldDocument, Document newDocument) {
        table.replace(position, oldDocument, newDocument);
    }

    @Override
    public Document updateDocuments(
            Document selector,
            Document update,
            ArrayFilters arrayFilters,
            boolean isMulti,
            boolean isUpsert,
            Oplog oplog) {
        one = !isMulti;
        try {
            return super.updateDocuments(selector, update, arrayFilters, isMulti, isUpsert, oplog);
        } finally {
            one = false;
        }
    }

    @Override
    protected QueryResult queryDocuments(
            Document filter,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        Document sort = orderBy == null ? new Document() : orderBy;
        Query query = new Query(filter, Plan.sortKeys(sort), skip, one ? 1 : limit);
        return new QueryResult(() -> projected(find(query, examined), projection));
    }

    /** The rows of a query, found as they are asked for. */
    Rows find(Query query, Examined counter) {
        return query.run(storage, table, counter);
    }

    Rows projected(Rows rows, @Nullable Document projection) {
        return projection == null || projection.isEmpty() ? rows : rows.mapped(row -> project(row, projection));
    }

    private Document project(Document row, Document projection) {
        return Slices.only(projection)
                ? Slices.project(row, projection, this::projectByLibrary)
                : projectByLibrary(row, projection);
    }

    private Document projectByLibrary(Document row, Document projection) {
        return matchDocumentsFromStream(Stream.of(row), new Document(), null, 0, 0, 0, projection)
                .collectDocuments()
                .getFirst();
    }

    @Override
    public int count(@Nullable Document filter, int skip, int limit) {
        return (int) count(new Query(filter == null ? new Document() : filter, List.of(), skip, Math.max(limit, 0)));
    }

    /** How many rows a query gives; read off the index alone when its ranges say all the filter says. */
    long count(Query query) {
        Plan plan = query.plan(table);
        AccessPath path = plan.paths().getFirst();
        if (plan.paths().size() == 1 && path.exact()) {
            long after = Math.max(0, counted(path) - query.skip());
            return query.limit() > 0 ? Math.min(after, query.limit()) : after;
        }
        long counted = 0;
        for (Rows rows = find(query, examined); rows.hasNext(); rows.next()) {
            counted++;
        }
        return counted;
    }

    private static long counted(AccessPath path) {
        if (!path.narrowed()) {
            return path.index().size();
        }
        return path.ranges().stream()
                .mapToLong(r -> path.index().count(r.from(), r.to()))
                .sum();
    }

    @Override
    public int count() {
        return Math.toIntExact(table.size());
    }

    @Override
    public boolean isEmpty() {
        return table.size() == 0;
    }

    @Override
    public void addIndex(Index<byte[]> index) {
        if (index instanceof DeclaredIndex declared) {
            declared.buildIn(this);
        }
    }

    /** Tells the library of an index that is there. */
    void register(DeclaredIndex index) {
        getIndexes().add(index);
    }

    @Override
    public void dropIndex(String name) {
        getIndexes().removeIf(i -> i.getName().equals(name));
        table.dropIndex(name);
    }

    @Override
    public void drop() {
        storage.drop(table);
    }

    @Override
    protected Document getDocument(byte[] position) {
        return Bson.decode(Objects.requireNonNull(table.read(position)));
    }

    @Override
    protected Stream<DocumentWithPosition<byte[]>> streamAllDocumentsWithPosition() {
        return table.rows().keyList().stream().map(key -> new DocumentWithPosition<>(getDocument(key), key));
    }

    @Override
    protected byte[] findDocumentPosition(Document document) {
        return keyOf(document);
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document projection) {
        return queryDocuments(query, orderBy, skip, limit, batchSize, projection);
    }

    @Override
    protected byte[] addDocumentInternal(Document document) {
        throw new IllegalStateException("rows are added by addDocument");
    }

    @Override
    protected void removeDocument(byte[] position) {
        throw new IllegalStateException("rows are removed by removeDocument");
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int sizeDelta) {
        // sizes are read off the log
    }

    @Override
    protected int getDataSize() {
        return (int) Math.min(Integer.MAX_VALUE, table.bytes());
    }
}
