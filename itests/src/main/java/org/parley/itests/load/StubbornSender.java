package org.parley.itests.load;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * Sends numbered requests over some connections, each until it is acknowledged, as a careful client does: what got no
 * answer, or one that asks to come again, is sent again as it was. It does not mind that the server dies in between.
 */
public final class StubbornSender implements AutoCloseable {

    private static final int UNAVAILABLE = 503;
    private static final long RETRY_MILLIS = 100;

    private final URI root;
    private final LongFunction<byte[]> requests;
    private final BiConsumer<Long, LeanAnswer> acknowledged;
    private final long total;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong retries = new AtomicLong();
    private final ConcurrentLinkedQueue<String> refusals = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads;
    private volatile boolean closed;

    /**
     * Starts sending.
     *
     * @param total        how many requests there are; they are numbered from 0
     * @param acknowledged is told of each request's 2xx answer, by several threads at a time
     */
    public StubbornSender(URI root, int connections, long total, LongFunction<byte[]> requests,
            BiConsumer<Long, LeanAnswer> acknowledged) {
        this.root = root;
        this.requests = requests;
        this.acknowledged = acknowledged;
        this.total = total;
        this.threads = IntStream.range(0, connections).mapToObj(i -> new Thread(this::send, "sender-" + i)).toList();
        threads.forEach(Thread::start);
    }

    private void send() {
        Optional<LeanConnection> connection = Optional.empty();
        for (long number = next.getAndIncrement(); number < total && !closed; number = next.getAndIncrement()) {
            byte[] request = requests.apply(number);
            boolean settled = false;
            while (!settled && !closed) {
                try {
                    connection = Optional.of(connection.isPresent() ? connection.get() : new LeanConnection(root));
                    settled = settle(number, connection.get().exchange(request));
                } catch (IOException e) {
                    connection = drop(connection);
                }
                if (!settled) {
                    retries.incrementAndGet();
                    pause();
                }
            }
        }
        drop(connection);
    }

    private boolean settle(long number, LeanAnswer answer) {
        if (answer.status() == UNAVAILABLE) {
            return false;
        }
        if (answer.succeeded()) {
            acknowledged.accept(number, answer);
        } else {
            refusals.add("request " + number + ": " + answer.status() + " " + answer.text());
        }
        done.incrementAndGet();
        return true;
    }

    private static Optional<LeanConnection> drop(Optional<LeanConnection> connection) {
        try {
            if (connection.isPresent()) {
                connection.get().close();
            }
        } catch (IOException e) {
            // It is given up anyway.
        }
        return Optional.empty();
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many requests were settled until now. */
    public long done() {
        return done.get();
    }

    public boolean finished() {
        return done.get() == total;
    }

    /** How often a request had to be sent again. */
    public long retries() {
        return retries.get();
    }

    /** Answers that are neither 2xx nor 503. */
    public List<String> refusals() {
        return List.copyOf(refusals);
    }

    /** Gives up what is not settled yet. */
    @Override
    public void close() throws InterruptedException {
        closed = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
