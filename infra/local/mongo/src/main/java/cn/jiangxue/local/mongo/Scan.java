package cn.jiangxue.local.mongo;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows a filter matches, found as they are asked for. Which rows are looked at is settled when the scan is made; each
 * is judged as it is when it is reached, so no row is missed or met twice because it moved meanwhile.
 */
final class Scan implements Rows {

    private static final int ROWS_PER_CLOCK = 64;

    private final Table table;
    private final Document filter;
    private final List<EntryStream> streams;
    private final @Nullable Set<ByteBuffer> met;
    private final DefaultQueryMatcher matcher = new DefaultQueryMatcher();
    private final Examined examined;
    private int stream;
    private @Nullable Document ready;
    private byte[] readyKey = {};
    private byte[] key = {};
    private int bytes;
    private int readyBytes;
    private long looked;

    private Scan(Table table, Document filter, Plan plan, List<EntryStream> streams, Examined examined) {
        this.table = table;
        this.filter = filter;
        this.streams = streams;
        this.met = plan.repeats() ? new HashSet<>() : null;
        this.examined = examined;
    }

    static Scan start(Storage storage, Table table, Document filter, Plan plan, Examined examined) {
        storage.writeLock().lock();
        try {
            return new Scan(table, filter, plan, EntryStream.of(plan), examined);
        } finally {
            storage.writeLock().unlock();
        }
    }

    @Override
    public boolean hasNext() {
        if (ready == null) {
            ready = find();
        }
        return ready != null;
    }

    @Override
    public Document next() {
        if (!hasNext() || ready == null) {
            throw new NoSuchElementException();
        }
        Document found = ready;
        ready = null;
        key = readyKey;
        bytes = readyBytes;
        return found;
    }

    /** The key of the row last returned. */
    byte[] key() {
        return key;
    }

    @Override
    public int bytes() {
        return bytes;
    }

    private @Nullable Document find() {
        while (stream < streams.size()) {
            byte[] candidate = streams.get(stream).next();
            if (candidate == null) {
                stream++;
                continue;
            }
            examined.key();
            if (met != null && !met.add(ByteBuffer.wrap(candidate))) {
                continue;
            }
            Document row = look(candidate);
            if (row != null && matcher.matches(row, filter)) {
                return row;
            }
        }
        return null;
    }

    private @Nullable Document look(byte[] candidate) {
        if (++looked % ROWS_PER_CLOCK == 0) {
            Deadline.check();
        }
        examined.document();
        byte[] bson = table.read(candidate);
        if (bson == null) {
            return null;
        }
        readyKey = candidate;
        readyBytes = bson.length;
        return Bson.decode(bson);
    }
}
