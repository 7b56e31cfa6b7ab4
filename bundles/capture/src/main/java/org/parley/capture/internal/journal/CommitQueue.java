package org.parley.capture.internal.journal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.parley.capture.api.Appended;
import org.parley.common.Fault;

/**
 * The appends that wait for the writer: bounded in bytes and in number, so that a slow disk makes senders wait, or come
 * back later, instead of filling the memory.
 */
final class CommitQueue {

    /** One append: its events stay together and in order. */
    record Waiting(List<NewEvent> events, long bytes, CompletableFuture<List<Appended>> outcome) {

        static Waiting of(List<NewEvent> events) {
            long bytes = 0;
            for (NewEvent event : events) {
                bytes += event.stored().length;
            }
            return new Waiting(events, bytes, new CompletableFuture<>());
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition added = lock.newCondition();
    private final Condition taken = lock.newCondition();
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private final Bounds bounds;
    private final long maxGroup;
    private final Duration patience;
    private long bytes;
    private boolean closed;

    /**
     * How much may wait.
     *
     * @param bytes   bytes of events
     * @param appends how many appends, however small
     */
    record Bounds(long bytes, int appends) {}

    /**
     * @param bounds   how much may wait
     * @param maxGroup how many bytes one commit takes
     * @param patience how long an append waits for room
     */
    CommitQueue(Bounds bounds, long maxGroup, Duration patience) {
        this.bounds = bounds;
        this.maxGroup = maxGroup;
        this.patience = patience;
    }

    /**
     * Adds an append when there is room; one that is larger than the bound by itself is let in when nothing else waits.
     *
     * @throws Fault unavailable if there was no room in time
     */
    CompletableFuture<List<Appended>> put(Waiting append) {
        return add(append, patience.toNanos());
    }

    /**
     * Adds an append if there is room now.
     *
     * @throws Fault unavailable if there is none
     */
    CompletableFuture<List<Appended>> offer(Waiting append) {
        return add(append, 0);
    }

    private CompletableFuture<List<Appended>> add(Waiting append, long patienceNanos) {
        lock.lock();
        try {
            awaitRoom(append.bytes(), patienceNanos);
            queue.add(append);
            bytes += append.bytes();
            added.signal();
            return append.outcome();
        } finally {
            lock.unlock();
        }
    }

    private void awaitRoom(long wanted, long patienceNanos) {
        long nanos = patienceNanos;
        while (!closed && !hasRoom(wanted)) {
            if (nanos <= 0) {
                throw Fault.unavailable("more events wait to be written than fit; try again in a second");
            }
            nanos = awaitTaken(nanos);
        }
        if (closed) {
            throw Fault.unavailable("the journal is being replaced; try again in a moment");
        }
    }

    private boolean hasRoom(long wanted) {
        return queue.isEmpty() || bytes + wanted <= bounds.bytes() && queue.size() < bounds.appends();
    }

    private long awaitTaken(long nanos) {
        try {
            return taken.awaitNanos(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Fault.unavailable("interrupted while waiting for room in the journal");
        }
    }

    /** Waits for appends and takes those of one commit; empty when the queue is closed and nothing is left in it. */
    List<Waiting> take() {
        lock.lock();
        try {
            while (queue.isEmpty() && !closed) {
                added.awaitUninterruptibly();
            }
            List<Waiting> group = new ArrayList<>();
            long size = 0;
            while (!queue.isEmpty() && (group.isEmpty() || size + queue.peek().bytes() <= maxGroup)) {
                Waiting next = queue.remove();
                size += next.bytes();
                group.add(next);
            }
            bytes -= size;
            taken.signalAll();
            return group;
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more appends. */
    void close() {
        lock.lock();
        try {
            closed = true;
            added.signalAll();
            taken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many appends wait at this moment. */
    int depth() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }
}
