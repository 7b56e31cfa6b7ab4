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
 * The appends that wait for the writer: bounded in bytes, so that a slow disk makes senders wait instead of filling the
 * memory.
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
    private final long maxWaiting;
    private final long maxGroup;
    private final Duration patience;
    private long bytes;
    private boolean closed;

    /**
     * @param maxWaiting how many bytes of events may wait
     * @param maxGroup   how many bytes one commit takes
     * @param patience   how long an append waits for room
     */
    CommitQueue(long maxWaiting, long maxGroup, Duration patience) {
        this.maxWaiting = maxWaiting;
        this.maxGroup = maxGroup;
        this.patience = patience;
    }

    /** Adds an append; one that is larger than the bound by itself is let in when nothing else waits. */
    void put(Waiting append) {
        lock.lock();
        try {
            awaitRoom(append.bytes());
            queue.add(append);
            bytes += append.bytes();
            added.signal();
        } finally {
            lock.unlock();
        }
    }

    private void awaitRoom(long wanted) {
        long nanos = patience.toNanos();
        while (!closed && bytes > 0 && bytes + wanted > maxWaiting) {
            if (nanos <= 0) {
                throw Fault.unavailable("more events wait to be written than fit; try again in a second");
            }
            nanos = awaitTaken(nanos);
        }
        if (closed) {
            throw Fault.unavailable("the journal is being replaced; try again in a moment");
        }
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
