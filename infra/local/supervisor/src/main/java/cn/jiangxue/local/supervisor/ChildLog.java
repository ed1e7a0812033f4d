package cn.jiangxue.local.supervisor;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * What a child writes, kept in {@code NAME.log} and, once that is full, in {@code NAME.log.1}: never more than twice the limit on
 * disk. The last lines are kept in memory too, to be shown when the child has failed.
 */
final class ChildLog implements AutoCloseable {
    static final long LIMIT_BYTES = 8L << 20;
    static final int LINES_SHOWN = 20;
    /** How the backend begins the secret it shows once; it must not stay in a file. */
    private static final String ONE_TIME_TOKEN = "one-time token of the first administrator";

    private static final int LINE_LIMIT_CHARACTERS = 8_000;

    private final Path file;
    private final long limitBytes;
    private final Consumer<String> announce;
    private final Deque<String> last = new ArrayDeque<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private BufferedWriter out;
    private long written;

    /** @param announce takes the lines that are meant for the person at the terminal and are not kept */
    ChildLog(Path folder, String name, Consumer<String> announce) {
        this(folder, name, LIMIT_BYTES, announce);
    }

    ChildLog(Path folder, String name, long limitBytes, Consumer<String> announce) {
        this.file = folder.resolve(name + ".log");
        this.limitBytes = limitBytes;
        this.announce = announce;
        try {
            Files.createDirectories(folder);
            this.out = open();
            this.written = Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes every line until the child closes its end. Runs on a thread of its own. */
    void drain(BufferedReader from) {
        try (from) {
            for (String line = from.readLine(); line != null; line = from.readLine()) {
                take(line.length() > LINE_LIMIT_CHARACTERS ? line.substring(0, LINE_LIMIT_CHARACTERS) : line);
            }
        } catch (IOException e) {
            take("(its output broke off: " + e.getMessage() + ")");
        }
    }

    /** Completes with the first line that begins with {@code READY}. */
    CompletableFuture<Void> saidReady() {
        return ready;
    }

    synchronized List<String> lastLines() {
        return List.copyOf(last);
    }

    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void take(String line) {
        if (line.contains(ONE_TIME_TOKEN)) {
            announce.accept(line);
            return;
        }
        last.addLast(line);
        if (last.size() > LINES_SHOWN) {
            last.removeFirst();
        }
        if (line.startsWith("READY")) {
            ready.complete(null);
        }
        try {
            write(line);
        } catch (IOException e) {
            // A full disk must not stop the child; its last lines are still in memory.
            last.addLast("(the log could not be written: " + e.getMessage() + ")");
        }
    }

    private void write(String line) throws IOException {
        if (written > limitBytes) {
            out.close();
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            out = open();
            written = 0;
        }
        out.write(line);
        out.newLine();
        out.flush();
        written += line.length() + 1L;
    }

    private BufferedWriter open() throws IOException {
        return Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
