package cn.jiangxue.local.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index as the library knows it: a name and options. Entries are kept by {@link Table}, which changes a row and all
 * its entries in one step; the library's own piecemeal calls do nothing here.
 */
final class DeclaredIndex extends Index<byte[]> {

    private final boolean unique;

    DeclaredIndex(String name, List<IndexKey> keys, boolean unique, boolean sparse) {
        super(name, keys, sparse);
        this.unique = unique;
    }

    /**
     * Builds this index in a collection unless it is already there.
     *
     * @throws de.bwaldvogel.mongo.exception.MongoServerError 85 when another index has this name or these keys, 11000
     *     when rows break it
     */
    void buildIn(StoreCollection collection) {
        for (Index<byte[]> other : collection.getIndexes()) {
            boolean same = isSame((DeclaredIndex) other);
            if (same && other.getName().equals(getName())) {
                return;
            }
            if (other.getName().equals(getName()) || keyPattern(other).equals(keyPattern(this))) {
                throw Refused.indexConflict(
                        "an index like '" + getName() + "' exists with other options: " + other.toIndexDescription());
            }
        }
        if (!getName().equals("_id_")) {
            collection.table().createIndex(getName(), getKeys(), unique, isSparse());
        }
        collection.register(this);
    }

    private boolean isSame(DeclaredIndex other) {
        return unique == other.unique
                && isSparse() == other.isSparse()
                && keyPattern(this).equals(keyPattern(other));
    }

    private static Document keyPattern(Index<byte[]> index) {
        Document pattern = new Document();
        index.getKeys().forEach(k -> pattern.put(k.getKey(), k.isAscending() ? 1 : -1));
        return pattern;
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    /** The library asks every index where a row stands; the one over {@code _id} answers. */
    @Override
    @SuppressWarnings("NullAway") // the library expects null from indexes that do not know
    public byte @Nullable [] getPosition(Document document) {
        return getName().equals("_id_") ? KeyString.of(document.get("_id")) : null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<byte[]> collection) {
        // Table.replace
    }

    @Override
    public void add(Document document, byte[] position, MongoCollection<byte[]> collection) {
        // Table.replace
    }

    @Override
    @SuppressWarnings("NullAway")
    public byte @Nullable [] remove(Document document) {
        return null;
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<byte[]> collection) {
        // Table.replace
    }

    @Override
    public void updateInPlace(
            Document oldDocument, Document newDocument, byte[] position, MongoCollection<byte[]> collection) {
        // Table.replace
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<byte[]> getPositions(Document query) {
        return List.of();
    }

    @Override
    public long getCount() {
        return 0;
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public void drop() {
        // StoreCollection.dropIndex
    }
}
