package cn.jiangxue.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** Watches this process until it is closed: the most that was alive after a collection, and the most that was resident, in MiB. */
public final class HeapPeak implements AutoCloseable {

    private static final long MIB = 1024 * 1024;
    private static final int EVERY_MILLIS = 1_000;

    private final AtomicLong live = new AtomicLong();
    private final AtomicLong resident = new AtomicLong();
    private final Thread watching;
    private volatile boolean closed;

    public HeapPeak() {
        System.gc();
        watching = Thread.ofPlatform().daemon().name("heap-peak").start(this::watch);
    }

    /** Alive after a collection of every generation that was collected, MiB. */
    public long liveMib() {
        return live.get() / MIB;
    }

    public long residentMib() {
        return resident.get();
    }

    private void watch() {
        while (!closed) {
            look();
            try {
                Thread.sleep(EVERY_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Asks for a collection each time: without one, what is dead counts too. It costs the rate some percent. */
    private void look() {
        System.gc();
        long alive = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
        live.accumulateAndGet(alive, Math::max);
        resident.accumulateAndGet(residentNow(), Math::max);
    }

    private static long residentNow() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            watching.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
