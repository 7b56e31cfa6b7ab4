package org.parley.benchmarks.volume;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.parley.itests.load.LeanAnswer;
import org.parley.itests.load.LeanConnection;

/** Sends numbered batches over some connections, as fast as they are taken or at a given pace. */
final class BatchSender implements AutoCloseable {

    static final int CONNECTIONS = 16;
    private static final double NANOS = 1e9;
    private static final int SERVER_IS_BUSY = 503;
    private static final int TOO_MANY = 429;
    private static final long RETRY_NANOS = 100_000_000;

    private final URI root;
    private final String key;
    private final String source;
    private final long batches;
    private final double perSecond;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong busy = new AtomicLong();
    private final long start = System.nanoTime();
    private final List<Thread> threads;
    private volatile String failure = "";
    private volatile boolean closed;

    /**
     * Starts sending.
     *
     * @param batches   how many there are
     * @param perSecond how many batches a second at most; infinity for no limit
     */
    BatchSender(URI root, String key, String source, long batches, double perSecond) {
        this.root = root;
        this.key = key;
        this.source = source;
        this.batches = batches;
        this.perSecond = perSecond;
        this.threads = IntStream.range(0, CONNECTIONS).mapToObj(i -> new Thread(this::send, "batches-" + i)).toList();
        threads.forEach(Thread::start);
    }

    private void send() {
        BatchRequest request = new BatchRequest(key, source, batches);
        try (LeanConnection connection = new LeanConnection(root)) {
            for (long number = next.getAndIncrement(); number < batches && !closed; number = next.getAndIncrement()) {
                awaitTurn(number);
                byte[] bytes = request.batch(number);
                while (!closed && !isTaken(connection.exchange(bytes))) {
                    busy.incrementAndGet();
                    LockSupport.parkNanos(RETRY_NANOS);
                }
                done.incrementAndGet();
            }
        } catch (IOException | IllegalStateException e) {
            if (!closed) {
                failure = e.toString();
                closed = true;
            }
        }
    }

    private void awaitTurn(long number) {
        long due = start + (long) (number / perSecond * NANOS);
        for (long left = due - System.nanoTime(); left > 0 && !closed; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static boolean isTaken(LeanAnswer answer) {
        if (answer.status() == SERVER_IS_BUSY || answer.status() == TOO_MANY) {
            return false;
        }
        if (answer.status() != 200 || !answer.text().startsWith("{\"accepted\":" + BatchRequest.EVENTS + ",")) {
            throw new IllegalStateException("a batch was answered with " + answer.status() + " " + answer.text());
        }
        return true;
    }

    /** How many batches were taken. */
    long done() {
        if (!failure.isEmpty()) {
            throw new IllegalStateException(failure);
        }
        return done.get();
    }

    boolean finished() {
        return done() == batches;
    }

    /** How often the server asked to come again. */
    long busy() {
        return busy.get();
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
