package cn.jiangxue.local.mongo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the log at most about twice as large as the rows in it: moves what is still alive out of the oldest segment to
 * the end of the log, in small batches so that writers wait a few milliseconds at most, then deletes the segment.
 */
final class Cleaner implements AutoCloseable {

    /** Dead bytes that are always tolerated, so that a small store is not cleaned all the time. */
    private static final long SLACK_BYTES = 32L << 20;

    private static final int BATCH_BYTES = 256 << 10;

    private record Move(Table table, LogEntry entry, long from) {}

    private final Storage storage;
    private final Semaphore work = new Semaphore(0);
    private @Nullable Thread thread;
    private volatile boolean closing;

    Cleaner(Storage storage) {
        this.storage = storage;
    }

    void start() {
        thread = Thread.ofPlatform().daemon().name("mongo-clean").start(this::run);
    }

    /** Whether the log is larger than it should be. */
    boolean due() {
        return storage.log().totalBytes() > 2 * storage.log().liveBytes() + SLACK_BYTES;
    }

    void wake() {
        if (work.availablePermits() == 0) {
            work.release();
        }
    }

    private void run() {
        try {
            while (!closing) {
                work.acquireUninterruptibly();
                boolean cleaned = true;
                while (cleaned && !closing && due()) {
                    cleaned = cleanOldest();
                }
            }
        } catch (IOException e) {
            storage.report("cleaning stopped, the store grows until it is opened again: " + e);
        }
    }

    private boolean cleanOldest() throws IOException {
        Segment oldest = oldestSealed();
        if (oldest == null) {
            return false;
        }
        List<Move> batch = new ArrayList<>();
        long[] bytes = {0};
        storage.log().scan(oldest, (entry, location) -> {
            Table table = storage.byNumber(entry.table());
            if (table == null || closing) {
                return;
            }
            batch.add(new Move(table, entry, location));
            bytes[0] += entry.frameLength();
            if (bytes[0] >= BATCH_BYTES) {
                moveLive(batch);
                bytes[0] = 0;
            }
        });
        moveLive(batch);
        if (closing) {
            return false;
        }
        storage.groupCommit().awaitDurable();
        locked(() -> storage.log().remove(oldest));
        return true;
    }

    private @Nullable Segment oldestSealed() {
        storage.writeLock().lock();
        try {
            return storage.log().oldestSealed();
        } finally {
            storage.writeLock().unlock();
        }
    }

    private void moveLive(List<Move> batch) throws IOException {
        locked(() -> {
            for (Move move : batch) {
                if (move.entry().kind() == LogEntry.Kind.NAME) {
                    storage.log().append(move.entry());
                } else if (isNewest(move)) {
                    move.table().moved(move.entry().key(), storage.log().append(move.entry()));
                }
            }
        });
        batch.clear();
    }

    private static boolean isNewest(Move move) {
        Long newest = move.table().rows().get(move.entry().key());
        return move.entry().kind() == LogEntry.Kind.PUT && newest != null && newest == move.from();
    }

    private interface Step {
        void run() throws IOException;
    }

    private void locked(Step step) throws IOException {
        storage.writeLock().lock();
        try {
            step.run();
        } finally {
            storage.writeLock().unlock();
        }
    }

    /** Stops between two batches and returns when it has. */
    @Override
    public void close() {
        closing = true;
        wake();
        if (thread != null) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
