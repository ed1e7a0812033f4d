package cn.jiangxue.local.mongo;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Forces the log to disk for all who wait at once: while one group is being forced the next one gathers. After a failed
 * force nothing is acknowledged any more, for the disk's state is then unknown.
 */
final class GroupCommit implements AutoCloseable {

    /** What to do when a point of the log is on disk, or when it can no longer get there. */
    interface Waiter {
        void done(@Nullable IOException failure);
    }

    private record Waiting(long position, Waiter waiter) {}

    private final SegmentedLog log;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wanted = lock.newCondition();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Thread thread;
    private long durable;
    private @Nullable IOException failure;
    private boolean closing;

    GroupCommit(SegmentedLog log) {
        this.log = log;
        this.durable = log.appended();
        this.thread = Thread.ofPlatform().daemon().name("mongo-force").start(this::run);
    }

    /** Calls the waiter once everything appended up to {@code position} is on disk; at once when it already is. */
    void whenDurable(long position, Waiter waiter) {
        IOException broken;
        lock.lock();
        try {
            if (failure == null && position > durable) {
                waiting.add(new Waiting(position, waiter));
                wanted.signal();
                return;
            }
            broken = position > durable ? failure : null;
        } finally {
            lock.unlock();
        }
        waiter.done(broken);
    }

    /** Returns when everything appended so far is on disk. */
    void awaitDurable() throws IOException {
        CompletableFuture<@Nullable IOException> done = new CompletableFuture<>();
        whenDurable(log.appended(), done::complete);
        IOException broken = done.join();
        if (broken != null) {
            throw broken;
        }
    }

    private void run() {
        while (awaitWork()) {
            long target = 0;
            IOException problem = null;
            try {
                target = log.appended();
                log.active().force();
            } catch (IOException e) {
                problem = e;
            }
            release(target, problem);
        }
    }

    private boolean awaitWork() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closing) {
                wanted.awaitUninterruptibly();
            }
            return !waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private void release(long target, @Nullable IOException problem) {
        List<Waiter> released = new ArrayList<>();
        lock.lock();
        try {
            if (problem != null) {
                failure = problem;
            } else {
                durable = target;
            }
            while (!waiting.isEmpty() && (problem != null || waiting.getFirst().position() <= durable)) {
                released.add(waiting.removeFirst().waiter());
            }
        } finally {
            lock.unlock();
        }
        for (Waiter waiter : released) {
            waiter.done(problem);
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            wanted.signal();
        } finally {
            lock.unlock();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
