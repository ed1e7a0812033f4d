package cn.jiangxue.local.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/** All databases of one store. A command that changes something runs alone; one that only reads runs beside others. */
final class StoreBackend extends AbstractMongoBackend {

    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "create",
            "createindexes",
            "drop",
            "dropindexes",
            "dropdatabase");

    /**
     * A reply and when it may be sent.
     *
     * @param durableAt the point of the log that must be on disk first; 0 when none
     */
    record Answer(Document reply, long durableAt) {}

    private final Storage storage;
    private final Examined examined = new Examined(null);
    private final Cursors cursors = new Cursors(getCursorRegistry());
    private final ConcurrentMap<String, MongoDatabase> databases = new ConcurrentHashMap<>();

    StoreBackend(Storage storage) {
        this.storage = storage;
        storage.writeLock().lock();
        try {
            storage.tableNames().stream()
                    .map(name -> name.substring(0, name.indexOf('.')))
                    .distinct()
                    .forEach(this::resolveDatabase);
            storage.opened();
        } finally {
            storage.writeLock().unlock();
        }
    }

    static StoreBackend open(Path file, Consumer<String> progress) throws IOException {
        return new StoreBackend(Storage.open(file, progress));
    }

    Storage storage() {
        return storage;
    }

    Examined examined() {
        return examined;
    }

    /** Runs one command. */
    Answer answer(Channel channel, String database, Document command) {
        String name = command.keySet().iterator().next();
        Options.check(name, command);
        return Deadline.during(command, () -> run(channel, database, name, command));
    }

    private Answer run(Channel channel, String database, String name, Document command) {
        if (!WRITES.contains(name.toLowerCase(Locale.ROOT))) {
            Document reply = handleCommand(channel, database, name, command);
            return new Answer(
                    reply, Options.wantsDurable(command) ? storage.log().appended() : 0);
        }
        storage.writeLock().lock();
        try {
            Document reply = handleCommand(channel, database, name, command);
            return new Answer(reply, storage.log().appended());
        } finally {
            storage.writeLock().unlock();
        }
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        if (command.equals("hello")) {
            return super.handleCommand(channel, database, "ismaster", query).append("isWritablePrimary", true);
        }
        return super.handleCommand(channel, database, command, query);
    }

    @Override
    public MongoDatabase resolveDatabase(String name) {
        MongoDatabase found = databases.get(name);
        if (found != null) {
            return found;
        }
        storage.writeLock().lock();
        try {
            return databases.computeIfAbsent(name, this::openOrCreateDatabase);
        } finally {
            storage.writeLock().unlock();
        }
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new StoreDatabase(name, storage, getCursorRegistry(), examined, cursors);
    }

    @Override
    protected Set<String> listDatabaseNames() {
        return databases.keySet();
    }

    @Override
    public void dropDatabase(String name) {
        MongoDatabase database = databases.remove(name);
        if (database != null) {
            database.drop(oplog);
        }
    }

    /** As a MongoDB server counts them: index entries and documents that queries looked at since the start. */
    @Override
    public Document getServerStatus() {
        Document status = super.getServerStatus();
        Document metrics = Fields.document(status, "metrics");
        metrics.put(
                "queryExecutor",
                new Document("scanned", examined.keys()).append("scannedObjects", examined.documents()));
        Map<String, Object> log = Map.of(
                "totalBytes",
                storage.log().totalBytes(),
                "liveBytes",
                storage.log().liveBytes());
        return status.append("storage", new Document(log));
    }

    @Override
    public void close() {
        super.close();
        storage.close();
    }
}
