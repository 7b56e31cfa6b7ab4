package org.parley.benchmarks;

import org.parley.itests.kit.Api;
import org.parley.itests.kit.Await;
import org.parley.itests.kit.ParleyServer;
import org.parley.itests.load.Events;
import org.parley.itests.load.LeanConnection;
import org.parley.itests.load.StubbornSender;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Measures how many events a second {@code POST /events} takes over HTTP on the loopback: in batches of 100 over 16
 * connections, and one by one over 64; both with all of Parley running, so that scoring and reporting fold what comes in
 * on the same cores. The bodies are made beforehand; the load generator runs on the same machine and takes its share of
 * the cores. After each of the two the server is stopped, and the keys and values that its journal then holds are
 * written again by one thread into a new folder of the same layout, with a sync for each chunk the server wrote: the
 * bare writes that the rate is divided by.
 *
 * <p>It does not measure a network, nor TLS, nor how long the folding of scores and reports goes on afterwards.
 */
public final class Intake {

    private static final int BATCH = 100;
    private static final int BATCH_CONNECTIONS = 16;
    private static final int SINGLE_CONNECTIONS = 64;
    private static final int CUSTOMERS = 50_000;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Run run;

    private Intake(Run run) {
        this.run = run;
    }

    /** Takes the number of batches (20,000 if not given) and of single events (200,000). */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int batches = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        int singles = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200_000;
        Intake intake = new Intake(new Run("intake"));
        intake.measure("batches of " + BATCH, "batches", BATCH, BATCH_CONNECTIONS, batches);
        intake.measure("one by one", "singles", 1, SINGLE_CONNECTIONS, singles);
    }

    private void measure(String what, String name, int size, int connections, int requests)
            throws IOException, InterruptedException {
        Path folder = run.folder(name);
        double rate;
        try (ParleyServer server = ParleyServer.start(folder)) {
            warmUp(server, size, connections, Math.max(requests / 5, 1));
            rate = send(server, new Events("urn:measured", CUSTOMERS), size, connections, requests);
            server.stop();
        }
        double bare = BareWrites.rate(folder.resolve("data/journal"), run.scratch());
        run.say("%s, %d connections: %,.0f events/s; bare writes: %,.0f events/s; ratio %.2f", what, connections, rate,
                bare, rate / bare);
    }

    private void warmUp(ParleyServer server, int size, int connections, int requests)
            throws IOException, InterruptedException {
        send(server, new Events("urn:warm", CUSTOMERS), size, connections, requests);
    }

    private double send(ParleyServer server, Events events, int size, int connections, int requests)
            throws IOException, InterruptedException {
        byte[][] made = new byte[requests][];
        for (int n = 0; n < requests; n++) {
            made[n] = request(server, events, n, size);
        }
        long start = System.nanoTime();
        try (StubbornSender sender = new StubbornSender(server.root(), connections, requests, n -> made[(int) n],
                (n, answer) -> { })) {
            Await.until("all is sent", PATIENCE, sender::finished);
            if (!sender.refusals().isEmpty() || sender.retries() > 0) {
                throw new IllegalStateException("not taken: " + sender.refusals().stream().findFirst());
            }
        }
        return (double) requests * size * 1e9 / (System.nanoTime() - start);
    }

    private static byte[] request(ParleyServer server, Events events, long n, int size) {
        String key = server.api().key();
        return size == 1
                ? LeanConnection.request("POST", "/api/v1/events", key, Api.EVENT,
                        events.event(n).getBytes(StandardCharsets.UTF_8))
                : LeanConnection.request("POST", "/api/v1/events", key, Api.BATCH, events.batch(n * size, size));
    }
}
