package org.parley.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import org.parley.itests.kit.Api;
import org.parley.itests.kit.Await;
import org.parley.itests.kit.ParleyServer;
import org.parley.itests.load.Events;
import org.parley.itests.load.LeanConnection;
import org.parley.itests.load.StubbornSender;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/**
 * Measures what a meter costs. First the intake of {@code org.parley.usage} in batches of 100 over 16 connections, as
 * {@link Intake} does, in rounds with no meter on that type and with one (a sum, grouped by the item), by turns on one
 * server; told as the ratio. Then how long one answer about a customer's usage takes over HTTP, one request after the
 * other: of a customer with ten events, and of one with a million.
 *
 * <p>It does not measure how long a meter counts on after the last batch was accepted (it tells it, for the last round),
 * nor other aggregations, nor answers while events come in.
 */
public final class Meters {

    private static final int BATCH = 100;
    private static final int CONNECTIONS = 16;
    private static final int CUSTOMERS = 50_000;
    private static final int READS = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final String RANGE = "from=2025-03-01T10:00:00Z&to=2025-03-01T11:00:00Z";

    private final Run run;
    private final ParleyServer server;
    private int sources;

    private Meters(Run run, ParleyServer server) {
        this.run = run;
        this.server = server;
    }

    /** Takes the number of batches of a round (2,000 if not given) and of events of the large customer (1,000,000). */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int batches = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
        int large = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        Run run = new Run("meters");
        try (ParleyServer server = ParleyServer.start(run.folder("server"))) {
            Meters meters = new Meters(run, server);
            meters.intake(batches);
            meters.reads(large);
        }
    }

    private void intake(int batches) throws InterruptedException {
        round(batches);
        double[] without = {round(batches), round(batches), round(batches)};
        define("measured");
        double[] with = {round(batches), round(batches), round(batches)};
        long start = System.nanoTime();
        awaitComplete("measured");
        run.say("intake of batches of %d, %d connections: %,.0f events/s without a meter, %,.0f with one; ratio %.2f; the meter "
                + "was level %.1f s later", BATCH, CONNECTIONS, median(without), median(with), median(with) / median(without),
                (System.nanoTime() - start) / 1e9);
    }

    private double round(int batches) throws InterruptedException {
        Events events = new Events("urn:round" + ++sources, CUSTOMERS);
        return send(events, batches);
    }

    private double send(Events events, int batches) throws InterruptedException {
        String key = server.api().key();
        long start = System.nanoTime();
        try (StubbornSender sender = new StubbornSender(server.root(), CONNECTIONS, batches,
                n -> LeanConnection.request("POST", "/api/v1/events", key, Api.BATCH, events.batch(n * BATCH, BATCH)),
                (n, answer) -> { })) {
            Await.until("all is sent", PATIENCE, sender::finished);
            if (!sender.refusals().isEmpty()) {
                throw new IllegalStateException("not taken: " + sender.refusals().get(0));
            }
        }
        return batches * (double) BATCH * 1e9 / (System.nanoTime() - start);
    }

    private void define(String meter) {
        server.api().put("/meters/" + meter, "{\"eventType\":\"org.parley.usage\",\"aggregation\":\"sum\","
                + "\"valuePath\":\"/quantity\",\"groupBy\":{\"item\":\"/item\"}}").expect(200);
        Await.until(meter + " is ready", PATIENCE, () -> server.api().get("/meters/" + meter).json().get("ready").asBoolean());
    }

    private JsonNode usage(String meter, String customer) {
        return server.api().get("/meters/" + meter + "/usage?window=hour&customer=" + customer + "&" + RANGE).expect(200).json();
    }

    private void awaitComplete(String meter) {
        Await.until(meter + " has counted all", PATIENCE, () -> usage(meter, "nobody").get("complete").asBoolean());
    }

    private void reads(int large) throws InterruptedException {
        Events few = new Events("urn:few", 1);
        Events many = new Events("urn:many", 1);
        send(many, large / BATCH);
        server.api().post("/events", Api.BATCH, new String(few.batch(0, 10), StandardCharsets.UTF_8)).expect(200);
        awaitComplete("measured");
        for (Events events : new Events[] {few, many, few, many}) {
            double[] millis = new double[READS];
            JsonNode usage = usage("measured", events.customer(0));
            for (int i = 0; i < READS; i++) {
                long start = System.nanoTime();
                usage = usage("measured", events.customer(0));
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
            Arrays.sort(millis);
            run.say("usage of a customer with %,d events: median %.2f ms, p99 %.2f ms", usage.at("/items/0/events").asLong(),
                    millis[READS / 2], millis[READS * 99 / 100]);
        }
    }

    private static double median(double[] values) {
        return Arrays.stream(values).sorted().toArray()[values.length / 2];
    }
}
