package org.parley.itests.load;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * A constant load of one kind: some connections, each sending its next request a fixed time after it sent the one
 * before, or as soon as the answer is there if that takes longer. Request number n is made once and sent once.
 */
public final class Lane implements AutoCloseable {

    private static final int FAILURES_KEPT = 5;

    /**
     * What became of a lane's requests.
     *
     * @param name          the lane
     * @param sent          how many requests were sent
     * @param failedNumbers which of them got no answer, or one that is not 2xx
     * @param longest       the longest time from sending a request to its whole answer
     * @param failures      the first few failures, in words
     */
    public record Summary(String name, long sent, Set<Long> failedNumbers, Duration longest, List<String> failures) {

        /** How many requests failed. */
        public long failed() {
            return failedNumbers.size();
        }
    }

    private final String name;
    private final URI root;
    private final LongFunction<byte[]> requests;
    private final long pauseNanos;
    private final List<Thread> threads;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private final Set<Long> failed = ConcurrentHashMap.newKeySet();
    private final AtomicLong longestNanos = new AtomicLong();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    /** Starts sending. */
    public Lane(String name, URI root, int connections, Duration pause, LongFunction<byte[]> requests) {
        this.name = name;
        this.root = root;
        this.requests = requests;
        this.pauseNanos = pause.toNanos();
        this.threads = IntStream.range(0, connections).mapToObj(i -> new Thread(this::send, name + "-" + i)).toList();
        threads.forEach(Thread::start);
    }

    private void send() {
        Optional<LeanConnection> connection = Optional.empty();
        long due = System.nanoTime();
        while (!closed) {
            due = pauseUntil(due) + pauseNanos;
            connection = sendOne(connection);
        }
        connection.ifPresent(Lane::closeQuietly);
    }

    private Optional<LeanConnection> sendOne(Optional<LeanConnection> present) {
        long number = next.getAndIncrement();
        byte[] request = requests.apply(number);
        long start = System.nanoTime();
        Optional<LeanConnection> connection = present;
        try {
            if (connection.isEmpty()) {
                connection = Optional.of(new LeanConnection(root));
            }
            LeanAnswer answer = connection.get().exchange(request);
            if (!answer.succeeded()) {
                fail(number, answer.status() + " " + answer.text());
            }
            return connection;
        } catch (IOException e) {
            fail(number, e.toString());
            connection.ifPresent(Lane::closeQuietly);
            return Optional.empty();
        } finally {
            longestNanos.accumulateAndGet(System.nanoTime() - start, Math::max);
            answered.incrementAndGet();
        }
    }

    private void fail(long number, String what) {
        failed.add(number);
        if (failures.size() < FAILURES_KEPT) {
            failures.add("request " + number + " at " + Instant.now() + ": " + what);
        }
    }

    /** Waits for the moment, and returns it, or now if it has passed. */
    private static long pauseUntil(long due) {
        long now = System.nanoTime();
        if (due <= now) {
            return now;
        }
        LockSupport.parkNanos(due - now);
        return due;
    }

    private static void closeQuietly(LeanConnection connection) {
        try {
            connection.close();
        } catch (IOException e) {
            // It is given up anyway.
        }
    }

    /** How many requests were answered until now. */
    public long answered() {
        return answered.get();
    }

    /** Stops sending, and waits for the answers under way. */
    @Override
    public void close() {
        closed = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    public Summary summary() {
        return new Summary(name, next.get(), Set.copyOf(failed), Duration.ofNanos(longestNanos.get()), List.copyOf(failures));
    }
}
