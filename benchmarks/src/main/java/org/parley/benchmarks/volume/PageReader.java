package org.parley.benchmarks.volume;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.parley.itests.load.LeanAnswer;
import org.parley.itests.load.LeanConnection;

/** Reads first pages of timelines over one connection: of customers drawn at random, and of the one with most events. */
final class PageReader implements AutoCloseable {

    private static final int PAGE = 50;

    private final Random random = new Random(1);
    private final LeanConnection connection;
    private final String key;
    private final Latencies others = new Latencies();
    private final Latencies heavy = new Latencies();
    private volatile boolean ended;

    PageReader(URI root, String key) throws IOException {
        this.connection = new LeanConnection(root);
        this.key = key;
    }

    /** Starts to read a page of each kind, then to pause, until {@link #end}. */
    Thread every(long pauseNanos) {
        Thread thread = new Thread(() -> {
            while (!ended) {
                readBoth();
                LockSupport.parkNanos(pauseNanos);
            }
        }, "pages");
        thread.start();
        return thread;
    }

    void readBoth() {
        read(BatchRequest.customer(random.nextInt(BatchRequest.CUSTOMERS)), others);
        read(BatchRequest.HEAVY, heavy);
    }

    private void read(String customer, Latencies latencies) {
        byte[] request = LeanConnection.get("/api/v1/events?customer=" + customer + "&limit=" + PAGE, key);
        long start = System.nanoTime();
        try {
            LeanAnswer answer = connection.exchange(request);
            if (answer.status() != 200) {
                throw new IllegalStateException("a page was answered with " + answer.status() + " " + answer.text());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        latencies.add(System.nanoTime() - start);
    }

    /** Customers drawn at random, all as likely: most have few events. */
    Latencies others() {
        return others;
    }

    Latencies heavy() {
        return heavy;
    }

    void end() {
        ended = true;
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
