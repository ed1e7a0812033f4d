package cn.jiangxue.local.mongo;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** Runs one command at a time, copies every reply, and answers a write only after its group is on disk. */
final class DurableBackend extends H2Backend {

    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "create",
            "createindexes",
            "drop",
            "dropindexes",
            "dropdatabase",
            "renamecollection",
            "aggregate");

    private final MVStore store;
    private final ReentrantLock commands = new ReentrantLock();
    private final ReentrantLock commits = new ReentrantLock();
    private long written;
    private volatile long durable;

    private DurableBackend(MVStore store) {
        super(store);
        this.store = store;
    }

    static DurableBackend open(Path file) {
        return new DurableBackend(new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .cacheSize(32)
                .open());
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        String command = message.getDocument().keySet().iterator().next().toLowerCase(Locale.ROOT);
        Document reply = null;
        RuntimeException failure = null;
        long mine = 0;
        commands.lock();
        try {
            try {
                reply = super.handleMessage(message).cloneDeeply();
            } catch (RuntimeException e) {
                failure = e;
            }
            if (WRITES.contains(command)) {
                mine = ++written;
            }
        } finally {
            commands.unlock();
        }
        awaitDurable(mine);
        return replyOrThrow(reply, failure);
    }

    private static Document replyOrThrow(@Nullable Document reply, @Nullable RuntimeException failure) {
        if (failure != null) {
            throw failure;
        }
        if (reply == null) {
            throw new IllegalStateException("a command gave neither a reply nor a failure");
        }
        return reply;
    }

    private void awaitDurable(long mine) {
        while (durable < mine) {
            commits.lock();
            try {
                if (durable < mine) {
                    commitGroup();
                }
            } finally {
                commits.unlock();
            }
        }
    }

    private void commitGroup() {
        long covered;
        commands.lock();
        try {
            covered = written;
            store.commit();
        } finally {
            commands.unlock();
        }
        store.sync();
        durable = covered;
    }
}
