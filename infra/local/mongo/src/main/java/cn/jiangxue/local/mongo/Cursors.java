package cn.jiangxue.local.mongo;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CursorNotFoundException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Open cursors: results given out in batches. At most {@value #MAX_OPEN}; one left alone for ten minutes is closed. */
final class Cursors {

    private static final int MAX_OPEN = 1000;
    private static final int FIRST_BATCH = 101;
    private static final int NEXT_BATCH = 1000;
    private static final int BATCH_BYTES = 8 << 20;
    private static final long IDLE_NANOS = TimeUnit.MINUTES.toNanos(10);

    private final CursorRegistry registry;
    private final Deque<Open> open = new ArrayDeque<>();

    Cursors(CursorRegistry registry) {
        this.registry = registry;
    }

    /**
     * The reply to a query: its first batch and, when there is more, a cursor.
     *
     * @param batchSize documents in the first batch, 0 for the default
     * @param single whether there is to be no cursor
     */
    Document reply(String namespace, Rows rows, int batchSize, boolean single) {
        List<Document> batch = take(rows, batchSize == 0 ? FIRST_BATCH : batchSize);
        long id = !single && rows.hasNext() ? register(rows) : 0;
        return reply(namespace, batch, id);
    }

    /** The reply to a query that asks for the cursor first and documents later. */
    Document emptyReply(String namespace, Rows rows) {
        return reply(namespace, List.of(), rows.hasNext() ? register(rows) : 0);
    }

    private static Document reply(String namespace, List<Document> batch, long id) {
        Document cursor = new Document("id", id).append("ns", namespace).append("firstBatch", batch);
        return new Document("cursor", cursor).append("ok", 1.0);
    }

    private synchronized long register(Rows rows) {
        long now = System.nanoTime();
        open.removeIf(cursor -> !isRegistered(cursor));
        while (open.size() >= MAX_OPEN || !open.isEmpty() && now - open.getFirst().usedNanos > IDLE_NANOS) {
            registry.remove(open.removeFirst());
        }
        Open cursor = new Open(registry.generateCursorId(), rows);
        open.addLast(cursor);
        registry.add(cursor);
        return cursor.getId();
    }

    private boolean isRegistered(Open cursor) {
        try {
            return registry.getCursor(cursor.getId()) == cursor;
        } catch (CursorNotFoundException e) {
            return false;
        }
    }

    private static List<Document> take(Rows rows, int count) {
        List<Document> batch = new ArrayList<>();
        long bytes = 0;
        while (batch.size() < count && bytes < BATCH_BYTES && rows.hasNext()) {
            batch.add(rows.next());
            bytes += rows.bytes();
        }
        return batch;
    }

    private static final class Open extends AbstractCursor {

        private final Rows rows;
        private volatile long usedNanos = System.nanoTime();

        Open(long id, Rows rows) {
            super(id);
            this.rows = rows;
        }

        @Override
        public synchronized boolean isEmpty() {
            return !rows.hasNext();
        }

        @Override
        public synchronized List<Document> takeDocuments(int count) {
            usedNanos = System.nanoTime();
            return take(rows, count == 0 ? NEXT_BATCH : count);
        }
    }
}
