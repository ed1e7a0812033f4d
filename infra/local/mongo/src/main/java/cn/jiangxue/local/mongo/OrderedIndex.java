package cn.jiangxue.local.mongo;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.RootReference;
import org.jspecify.annotations.Nullable;

/**
 * Row keys in the order of some fields of the rows. Entries are the encoded fields, followed by the row key unless the
 * index is unique; a row whose path runs through an array has one entry per element. Changed under the write lock.
 */
final class OrderedIndex {

    private final String name;
    private final List<IndexKey> fields;
    private final List<String[]> paths;
    private final List<String> roots;
    private final boolean unique;
    private final boolean sparse;
    private final boolean primary;
    private final MVMap<byte[], ?> entries;
    private volatile boolean multikey;

    private OrderedIndex(
            String name, List<IndexKey> fields, boolean unique, boolean sparse, boolean primary, MVMap<byte[], ?> map) {
        this.name = name;
        this.fields = List.copyOf(fields);
        this.paths = fields.stream().map(f -> f.getKey().split("\\.", -1)).toList();
        this.roots = paths.stream().map(path -> path[0]).distinct().toList();
        this.unique = unique;
        this.sparse = sparse;
        this.primary = primary;
        this.entries = map;
    }

    static OrderedIndex secondary(
            String name, List<IndexKey> fields, boolean unique, boolean sparse, MVMap<byte[], byte[]> map) {
        return new OrderedIndex(name, fields, unique, sparse, false, map);
    }

    /** The rows themselves, in the order of their {@code _id}. */
    static OrderedIndex primary(MVMap<byte[], Long> rows) {
        return new OrderedIndex("_id_", List.of(new IndexKey("_id", true)), true, false, true, rows);
    }

    String name() {
        return name;
    }

    List<IndexKey> fields() {
        return fields;
    }

    boolean unique() {
        return unique;
    }

    boolean sparse() {
        return sparse;
    }

    boolean primary() {
        return primary;
    }

    /** Whether some row has more than one entry. */
    boolean multikey() {
        return multikey;
    }

    long size() {
        return entries.sizeAsLong();
    }

    RootReference<byte[], ?> snapshot() {
        return entries.flushAndGetRoot();
    }

    /** How many entries lie in [from, to); costs two descents of the tree. */
    long count(byte[] from, byte[] to) {
        return Math.max(0, position(to) - position(from));
    }

    private long position(byte[] key) {
        long index = entries.getKeyIndex(key);
        return index < 0 ? -index - 1 : index;
    }

    /**
     * The entries a row has here, in order, without change to the index.
     *
     * @throws de.bwaldvogel.mongo.exception.MongoServerError when a value cannot be a key
     */
    Collection<Entry> entriesOf(@Nullable Document row, byte[] rowKey) {
        if (row == null) {
            return List.of();
        }
        FieldTuples tuples = FieldTuples.of(paths, row);
        if (!tuples.throughArray()) {
            @Nullable Object[] only = tuples.tuples().getFirst();
            return isLeftOut(only) ? List.of() : List.of(new Entry(encode(only, rowKey), only, false));
        }
        TreeSet<Entry> found = new TreeSet<>();
        for (@Nullable Object[] tuple : tuples.tuples()) {
            if (!isLeftOut(tuple)) {
                found.add(new Entry(encode(tuple, rowKey), tuple, true));
            }
        }
        return found;
    }

    private boolean isLeftOut(@Nullable Object[] tuple) {
        return sparse && Arrays.stream(tuple).allMatch(v -> v instanceof Missing);
    }

    /** The fields of a row, at its top, that its entries are made from. */
    List<String> rootFields() {
        return roots;
    }

    /** Whether the row may have other entries after the change than before it. */
    boolean differs(Document before, Document after) {
        for (String root : roots) {
            if (!Objects.equals(before.getOrMissing(root), after.getOrMissing(root))) {
                return true;
            }
        }
        return false;
    }

    private byte[] encode(@Nullable Object[] tuple, byte[] rowKey) {
        KeyString key = new KeyString();
        for (int i = 0; i < tuple.length; i++) {
            key.add(tuple[i], fields.get(i).isAscending());
        }
        return unique ? key.toBytes() : key.addRaw(rowKey).toBytes();
    }

    /** Whether another row already holds this entry of a unique index. */
    boolean taken(Entry entry, byte[] rowKey) {
        if (!unique) {
            return false;
        }
        byte[] holder = secondaryEntries().get(entry.key());
        return holder != null && !Arrays.equals(holder, rowKey);
    }

    void add(Collection<Entry> added, byte[] rowKey) {
        for (Entry entry : added) {
            multikey |= entry.throughArray();
            secondaryEntries().put(entry.key(), rowKey);
        }
    }

    void remove(Collection<Entry> removed) {
        for (Entry entry : removed) {
            secondaryEntries().remove(entry.key());
        }
    }

    void clear() {
        entries.clear();
    }

    @SuppressWarnings("unchecked")
    private MVMap<byte[], byte[]> secondaryEntries() {
        return (MVMap<byte[], byte[]>) entries;
    }

    /**
     * One place a row has in the index.
     *
     * @param key the bytes that order it
     * @param values the values they were made from, for messages
     * @param throughArray whether the row's path ran through an array
     */
    record Entry(byte[] key, @Nullable Object[] values, boolean throughArray) implements Comparable<Entry> {

        @Override
        public int compareTo(Entry other) {
            return Arrays.compareUnsigned(key, other.key);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Entry entry && Arrays.equals(key, entry.key);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(key);
        }
    }
}
