package cn.jiangxue.local.mongo;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one collection: where each stands in the log, in the order of their keys, and the indexes over them. A
 * change of one row is checked against every index first, then logged, then made; nothing after the log entry can fail,
 * so a refused change leaves no trace. Changed under the write lock; read without it.
 */
final class Table {

    private static final int MAX_TRIES = 1000;
    private static final int ROWS_PER_REPORT = 100_000;

    private final int number;
    private volatile String name = "";
    private final Storage storage;
    private final MVMap<byte[], Long> rows;
    private final OrderedIndex primary;
    private volatile List<OrderedIndex> indexes = List.of();
    private volatile Set<String> indexedFields = Set.of();
    private volatile long bytes;

    Table(int number, Storage storage) {
        this.number = number;
        this.storage = storage;
        this.rows = ByteKeys.toLocation(storage.memory(), "rows/" + number);
        this.primary = OrderedIndex.primary(rows);
    }

    int number() {
        return number;
    }

    /** "database.collection", empty while a replayed log has not named it yet. */
    String name() {
        return name;
    }

    void rename(String newName) {
        this.name = newName;
    }

    MVMap<byte[], Long> rows() {
        return rows;
    }

    OrderedIndex primary() {
        return primary;
    }

    /** The secondary indexes. */
    List<OrderedIndex> indexes() {
        return indexes;
    }

    long size() {
        return rows.sizeAsLong();
    }

    /** Bytes the rows take in the log. */
    long bytes() {
        return bytes;
    }

    /** The row as it is now, as BSON, or null when there is none. */
    byte @Nullable [] read(byte[] key) {
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            Long location = rows.get(key);
            if (location == null) {
                return null;
            }
            LogEntry entry = readAt(location);
            if (entry != null && Arrays.equals(entry.key(), key)) {
                return entry.document();
            }
        }
        throw new IllegalStateException("a row of " + name + " moves faster than it can be read");
    }

    private @Nullable LogEntry readAt(long location) {
        try {
            return storage.log().read(location);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes {@code after} the row under {@code key}; null removes it.
     *
     * @param before the row as it is, null when there is none
     * @throws MongoServerError 11000 when another row holds a unique key; nothing has changed then
     * @throws UncheckedIOException when the log cannot be written; nothing has changed then
     */
    void replace(byte[] key, @Nullable Document before, @Nullable Document after) {
        replace(
                key,
                before,
                after,
                after == null ? LogEntry.delete(number, key) : LogEntry.put(number, key, Bson.encode(after)));
    }

    /** The same for a row that is there and stays; both as BSON, so that only what is indexed need be decoded. */
    void replace(byte[] key, byte[] before, byte[] after) {
        Set<String> asked = indexedFields;
        replace(key, Bson.decode(before, asked), Bson.decode(after, asked), LogEntry.put(number, key, after));
    }

    private void replace(byte[] key, @Nullable Document before, @Nullable Document after, LogEntry entry) {
        List<IndexChange> changes = new ArrayList<>(indexes.size());
        for (OrderedIndex index : indexes) {
            if (before == null || after == null || index.differs(before, after)) {
                changes.add(IndexChange.of(index, key, before, after));
            }
        }
        changes.forEach(change -> check(change, key));
        long location = storage.append(entry);
        changes.forEach(change -> change.index().add(change.added(), key));
        moved(key, after == null ? null : location);
        changes.forEach(change -> change.index().remove(change.removed()));
    }

    /** What one index gains and loses by a change. */
    private record IndexChange(
            OrderedIndex index, Collection<OrderedIndex.Entry> added, Collection<OrderedIndex.Entry> removed) {

        static IndexChange of(OrderedIndex index, byte[] key, @Nullable Document before, @Nullable Document after) {
            var old = index.entriesOf(before, key);
            var fresh = index.entriesOf(after, key);
            return new IndexChange(index, without(fresh, old), without(old, fresh));
        }

        private static Collection<OrderedIndex.Entry> without(
                Collection<OrderedIndex.Entry> some, Collection<OrderedIndex.Entry> others) {
            if (some.isEmpty() || others.isEmpty()) {
                return some;
            }
            var left = new TreeSet<>(some);
            left.removeAll(others);
            return left;
        }
    }

    private void check(IndexChange change, byte[] key) {
        for (OrderedIndex.Entry entry : change.added()) {
            if (change.index().taken(entry, key)) {
                throw duplicate(change.index(), entry.values());
            }
        }
    }

    MongoServerError duplicate(OrderedIndex index, @Nullable Object[] values) {
        String keys = IntStream.range(0, values.length)
                .mapToObj(i -> index.fields().get(i).getKey()
                        + new KeyValue(Arrays.asList(values[i]))
                                .toString()
                                .replaceFirst("^\\{ :", ":")
                                .replaceFirst(" }$", ""))
                .collect(Collectors.joining(", ", "{ ", " }"));
        return new MongoServerError(
                11000,
                "DuplicateKey",
                "E11000 duplicate key error collection: " + name + " index: " + index.name() + " dup key: " + keys);
    }

    /** Notes where the newest entry of a row stands, null when it is gone. */
    @SuppressWarnings("NonAtomicOperationOnVolatileField") // under the write lock
    void moved(byte[] key, @Nullable Long location) {
        Long old = location == null ? rows.remove(key) : rows.put(key, location);
        if (old != null) {
            storage.log().count(old, -1);
            bytes -= Location.frame(old);
        }
        if (location != null) {
            storage.log().count(location, 1);
            bytes += Location.frame(location);
        }
    }

    /** Forgets all rows, after the drop was logged. */
    void clear() {
        rows.values().forEach(location -> storage.log().count(location, -1));
        rows.clear();
        bytes = 0;
        indexes.forEach(OrderedIndex::clear);
        indexes(List.of());
    }

    private void indexes(List<OrderedIndex> now) {
        indexes = now;
        indexedFields =
                now.stream().flatMap(index -> index.rootFields().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Builds an index over the rows there are; while the store is being opened it is only noted, for then all indexes of
     * a table are built in one pass.
     *
     * @throws MongoServerError 11000 when the rows already break a unique index; no index is there then
     */
    void createIndex(String indexName, List<IndexKey> fields, boolean unique, boolean sparse) {
        var map = ByteKeys.toBytes(storage.memory(), "index/" + number + "/" + indexName);
        OrderedIndex index = OrderedIndex.secondary(indexName, fields, unique, sparse, map);
        if (!storage.opening()) {
            build(List.of(index));
        }
        indexes(Stream.concat(indexes.stream(), Stream.of(index)).toList());
    }

    /** Builds the indexes noted while the store was being opened. */
    void buildIndexes() {
        if (!indexes.isEmpty()) {
            build(indexes);
        }
    }

    private void build(List<OrderedIndex> built) {
        long done = 0;
        try {
            for (var row = rows.cursor(null); row.hasNext(); ) {
                enter(row.next(), built);
                if (++done % ROWS_PER_REPORT == 0) {
                    storage.report(name + ": " + done + " of " + size() + " rows indexed");
                }
            }
        } catch (RuntimeException e) {
            built.forEach(OrderedIndex::clear);
            throw e;
        }
    }

    private void enter(byte[] key, List<OrderedIndex> built) {
        byte[] bson = read(key);
        if (bson != null) {
            Document row = Bson.decode(bson);
            for (OrderedIndex index : built) {
                var entries = index.entriesOf(row, key);
                check(new IndexChange(index, entries, List.of()), key);
                index.add(entries, key);
            }
        }
    }

    void dropIndex(String indexName) {
        List<OrderedIndex> dropped =
                indexes.stream().filter(i -> i.name().equals(indexName)).toList();
        indexes(indexes.stream().filter(i -> !dropped.contains(i)).toList());
        dropped.forEach(OrderedIndex::clear);
    }
}
