package org.parley.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.parley.itests.kit.Api;
import org.parley.itests.kit.ParleyServer;
import org.parley.itests.load.Events;
import org.parley.itests.load.LeanConnection;
import org.parley.itests.load.LoadLoop;
import org.parley.itests.load.LoadResult;

/**
 * Measures how many events a second {@code POST /events} takes over HTTP on the loopback: in batches of 100 over 16
 * connections, and one by one over 64. First with the modules stopped that fold events, then with all of them folding on
 * the same cores. Between the two, requests are due evenly at half of the rate just measured; their latency counts from
 * when each was due, so that a stall is charged for all that it held up. At the end the server is stopped, and the keys
 * and values that its journal then holds are written again by one thread into a new folder of the same layout, with a
 * sync for each chunk: the bare writes that the rates are divided by; and the same bodies are sent to an endpoint that
 * only parses them.
 *
 * <p>The load generator, one thread with bodies made beforehand, shares the cores; the processor time of both processes
 * for each event is told, which a busy machine disturbs less than the rate. It does not measure a network, nor TLS, nor
 * how long the folding goes on afterwards, nor a journal larger than the memory.
 */
public final class Intake {

    private static final int CUSTOMERS = 50_000;
    private static final List<String> FOLDING = List.of("org.parley.scoring", "org.parley.reporting", "org.parley.pricing");

    /** One way of sending. */
    private record Way(String name, int size, int connections, int requests) {

        String described() {
            return size == 1 ? "one by one, " + connections + " connections"
                    : "batches of " + size + ", " + connections + " connections";
        }
    }

    /** What is sent to. */
    private record Target(URI root, long pid, String key) {

        static Target of(ParleyServer server) {
            return new Target(server.root(), server.pid(), server.api().key());
        }
    }

    private final Run run;

    private Intake(Run run) {
        this.run = run;
    }

    /** Takes the number of batches (5,000 if not given) and of single events (100,000) for each measurement. */
    public static void main(String[] arguments) throws IOException {
        int batches = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000;
        int singles = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        Intake intake = new Intake(new Run("intake"));
        intake.measure(new Way("batches", 100, 16, batches));
        intake.measure(new Way("singles", 1, 64, singles));
    }

    private void measure(Way way) throws IOException {
        Path folder = run.folder(way.name());
        double alone;
        double folding;
        try (ParleyServer server = ParleyServer.start(folder)) {
            Target target = Target.of(server);
            FOLDING.forEach(module -> server.console("bundle:stop " + module));
            flatOut(target, way, "urn:warm");
            flatOut(target, way, "urn:warmer");
            alone = told(way, "nothing folding", flatOut(target, way, "urn:alone"));
            LoadResult half = paced(target, way, alone / way.size() / 2);
            run.say("%s, at half of that: p50 %.1f ms, p99 %.1f ms, longest %.1f ms", way.described(), half.millis(0.5),
                    half.millis(0.99), half.millis(1));
            FOLDING.forEach(module -> server.console("bundle:start " + module));
            server.awaitReady();
            flatOut(target, way, "urn:warm-folding");
            folding = told(way, "scoring, reporting and pricing folding", flatOut(target, way, "urn:folding"));
            server.stop();
        }
        double parsing = parsing(way);
        double bare = BareWrites.rate(folder.resolve("data/journal"), run.scratch());
        run.say("%s: bare writes %,.0f events/s; ratio to them %.2f, folding %.2f; ratio to only parsing %.2f; folding to "
                + "not folding %.2f", way.described(), bare, alone / bare, folding / bare, alone / parsing, folding / alone);
    }

    private double parsing(Way way) throws IOException {
        try (ParseOnly endpoint = ParseOnly.start(run.folder(way.name() + "-parsed"))) {
            Target target = new Target(endpoint.root(), endpoint.pid(), "none");
            flatOut(target, way, "urn:warm");
            flatOut(target, way, "urn:warmer");
            return told(way, "only parsed", flatOut(target, way, "urn:alone"));
        }
    }

    /** What was measured, and what it cost. */
    private record Measured(LoadResult result, double serverMicros, double generatorMicros) {}

    private double told(Way way, String what, Measured measured) {
        double rate = measured.result().rate() * way.size();
        run.say("%s, %s: %,.0f events/s; processor time of an event: server %.1f us, load generator %.1f us",
                way.described(), what, rate, measured.serverMicros(), measured.generatorMicros());
        return rate;
    }

    private static Measured flatOut(Target target, Way way, String source) throws IOException {
        byte[][] made = made(target, way, source, way.requests());
        long serverBefore = ProcessTime.micros(target.pid());
        long ownBefore = ProcessTime.micros(ProcessHandle.current().pid());
        LoadResult result = taken(LoadLoop.flatOut(target.root(), way.connections(), made.length, n -> made[n]));
        double events = (double) made.length * way.size();
        return new Measured(result, (ProcessTime.micros(target.pid()) - serverBefore) / events,
                (ProcessTime.micros(ProcessHandle.current().pid()) - ownBefore) / events);
    }

    private static LoadResult paced(Target target, Way way, double perSecond) throws IOException {
        byte[][] made = made(target, way, "urn:paced", way.requests());
        return taken(LoadLoop.paced(target.root(), way.connections(), made.length, n -> made[n], perSecond));
    }

    private static LoadResult taken(LoadResult result) {
        if (result.refused() > 0) {
            throw new IllegalStateException(result.refused() + " requests were not taken");
        }
        return result;
    }

    private static byte[][] made(Target target, Way way, String source, int requests) {
        Events events = new Events(source, CUSTOMERS);
        String key = target.key();
        byte[][] made = new byte[requests][];
        for (int n = 0; n < requests; n++) {
            made[n] = way.size() == 1
                    ? LeanConnection.request("POST", "/api/v1/events", key, Api.EVENT,
                            events.event(n).getBytes(StandardCharsets.UTF_8))
                    : LeanConnection.request("POST", "/api/v1/events", key, Api.BATCH,
                            events.batch((long) n * way.size(), way.size()));
        }
        return made;
    }
}
