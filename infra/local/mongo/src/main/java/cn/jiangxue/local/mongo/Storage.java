package cn.jiangxue.local.mongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * All tables of one store: one log on disk, ordered maps in memory, one lock for writers. {@code file} itself is only the
 * lock that keeps a second process out; the data stands beside it in {@code file.0000000000} and so on.
 */
final class Storage implements AutoCloseable {

    private static final int ROWS_PER_REPORT = 100_000;

    private final FileChannel lockFile;
    private final Consumer<String> progress;
    private final MVStore memory = ByteKeys.store();
    private final Map<String, Table> tables = new ConcurrentHashMap<>();
    private final Map<Integer, Table> byNumber = new ConcurrentHashMap<>();
    private final ReentrantLock writeLock = new ReentrantLock();
    private final SegmentedLog log;
    private final GroupCommit groupCommit;
    private final Cleaner cleaner;
    private int nextTable;
    private long replayed;
    private boolean opening = true;

    private Storage(Path file, FileChannel lockFile, Consumer<String> progress) throws IOException {
        this.lockFile = lockFile;
        this.progress = progress;
        this.log = SegmentedLog.open(file);
        this.groupCommit = new GroupCommit(log);
        this.cleaner = new Cleaner(this);
    }

    /**
     * Opens the store, creating it when absent.
     *
     * @param progress told what is being read while a large store opens
     * @throws IOException when another process has it open, or a file is damaged
     */
    static Storage open(Path file, Consumer<String> progress) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        FileChannel lockFile = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (tryLock(lockFile) == null) {
                throw new IOException(file + " is in use by another process");
            }
            Storage storage = new Storage(file.toAbsolutePath(), lockFile, progress);
            storage.restore();
            return storage;
        } catch (IOException | RuntimeException e) {
            lockFile.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private void restore() throws IOException {
        log.replay(this::replayed);
        for (Table table : byNumber.values()) {
            if (table.name().isEmpty()) {
                throw new IOException("table " + table.number() + " has rows but no name; a log file is missing");
            }
        }
        cleaner.start();
    }

    private void replayed(LogEntry entry, long location) {
        nextTable = Math.max(nextTable, entry.table() + 1);
        Table table = byNumber.computeIfAbsent(entry.table(), number -> new Table(number, this));
        switch (entry.kind()) {
            case NAME -> name(table, new String(entry.key(), StandardCharsets.UTF_8));
            case PUT -> table.moved(entry.key(), location);
            case DELETE -> table.moved(entry.key(), null);
            case DROP -> forget(table);
        }
        if (++replayed % ROWS_PER_REPORT == 0) {
            report(replayed + " log entries read");
        }
    }

    private void name(Table table, String name) {
        table.rename(name);
        tables.put(name, table);
    }

    private void forget(Table table) {
        table.clear();
        byNumber.remove(table.number());
        tables.remove(table.name(), table);
    }

    /** Whether tables are still being made known; their indexes are built at the end of it. */
    boolean opening() {
        return opening;
    }

    /** Builds what was made known while opening; under the write lock. */
    void opened() {
        byNumber.values().forEach(Table::buildIndexes);
        opening = false;
    }

    /** The table of that name, made when it is not there; making it needs the write lock. */
    Table table(String name) {
        Table found = tables.get(name);
        if (found != null) {
            return found;
        }
        Table made = new Table(nextTable++, this);
        append(LogEntry.name(made.number(), name));
        byNumber.put(made.number(), made);
        name(made, name);
        return made;
    }

    /** Drops a table with all its rows; under the write lock. */
    void drop(Table table) {
        append(LogEntry.drop(table.number()));
        forget(table);
    }

    @Nullable
    Table byNumber(int number) {
        return byNumber.get(number);
    }

    Collection<String> tableNames() {
        return List.copyOf(tables.keySet());
    }

    /** Appends to the log; under the write lock. */
    long append(LogEntry entry) {
        try {
            long location = log.append(entry);
            if (cleaner.due()) {
                cleaner.wake();
            }
            return location;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lock every change is made under; a reader takes it only for the moment of a snapshot. */
    ReentrantLock writeLock() {
        return writeLock;
    }

    MVStore memory() {
        return memory;
    }

    SegmentedLog log() {
        return log;
    }

    GroupCommit groupCommit() {
        return groupCommit;
    }

    void report(String message) {
        progress.accept(message);
    }

    /** Puts everything on disk and lets the file go. Nothing may be appended any more. */
    @Override
    public void close() {
        cleaner.close();
        groupCommit.close();
        try {
            log.close();
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        memory.close();
    }
}
