package org.parley.benchmarks.volume;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.parley.benchmarks.Run;
import org.parley.itests.kit.Await;
import org.parley.itests.kit.ParleyServer;

/**
 * Sends batches of 100 usage events over 16 connections at an even pace, for an hour, with everything folding behind, and
 * samples each 10 seconds what the server's process holds: resident memory, what collections leave in the heap, direct
 * buffers, threads, open files. Tells least, most and last of each, and the slope of a line through its second half with
 * its 95 % interval; the run has failed if a figure surely grows by more than its bound (20 MB an hour, 5 threads, 50 files),
 * which it does in a run of a few minutes, while caches fill; or if the pace was not held.
 * The pace is 60 % of what the same server took at full speed for half a minute before, unless one is given. Before any
 * load, the resident memory is sampled after 30 idle seconds.
 *
 * <p>The heap's figure is that of its survivor and tenured pools, as the serial collector names them: what the last
 * collection left, and what has grown old since. The number of customers is a million, so their scores' states grow on
 * disk throughout. It does not show other requests than these, nor what days bring.
 */
public final class Soak {

    private static final int MINUTES = 60;
    private static final int PEAK_SECONDS = 30;
    private static final double SHARE_OF_PEAK = 0.6;
    private static final long IDLE_MILLIS = 30_000;
    private static final long SAMPLE_MILLIS = 10_000;
    private static final int TOLD_EVERY = 6;
    /** More than are ever sent; the year of event time is spread over them. */
    private static final long MOST_BATCHES = 10_000_000;
    private static final double MEGABYTE = 1 << 20;
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double PACE_HELD = 0.98;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Run run;
    private final ParleyServer server;
    private final Series resident = new Series("resident memory, MB", 20);
    private final Series heap = new Series("heap after collections, MB", 20);
    private final Series direct = new Series("direct buffers, MB", 20);
    private final Series threads = new Series("threads", 5);
    private final Series files = new Series("open files", 50);

    private Soak(Run run, ParleyServer server) {
        this.run = run;
        this.server = server;
    }

    /** Takes the minutes, 60 if not given, and the events a second. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int minutes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : MINUTES;
        Run run = new Run("soak");
        List<String> broken;
        try (ParleyServer server = ParleyServer.start(run.folder("server"))) {
            Soak soak = new Soak(run, server);
            Thread.sleep(IDLE_MILLIS);
            double idle = ProcessFigures.residentMegabytes(server.pid());
            run.say("idle: %,.0f MB resident", idle);
            double rate = arguments.length > 1 ? Double.parseDouble(arguments[1]) : soak.peak() * SHARE_OF_PEAK;
            long taken = soak.load(minutes, rate);
            broken = soak.tell(minutes, rate, taken, idle);
        }
        run.verdict(broken);
    }

    /** The events a second that are taken at full speed. */
    private double peak() throws InterruptedException {
        try (BatchSender sender = sender("urn:peak", Double.POSITIVE_INFINITY)) {
            TimeUnit.SECONDS.sleep(PEAK_SECONDS);
            long before = sender.done();
            long start = System.nanoTime();
            TimeUnit.SECONDS.sleep(PEAK_SECONDS);
            double peak = (sender.done() - before) * BatchRequest.EVENTS * 1e9 / (System.nanoTime() - start);
            run.say("peak: %,.0f events/s", peak);
            return peak;
        }
    }

    private BatchSender sender(String source, double batchesPerSecond) {
        return new BatchSender(server.root(), server.adminKey(), source, MOST_BATCHES, batchesPerSecond);
    }

    /** Runs the load; how many events were taken. */
    private long load(int minutes, double rate) throws InterruptedException {
        Await.until("all of the peak is folded", PATIENCE, () -> Metrics.of(server.api()).mostBehind() < rate);
        run.say("load: %,.0f events/s for %d minutes", rate, minutes);
        long start = System.nanoTime();
        try (BatchSender sender = sender("urn:soak", rate / BatchRequest.EVENTS)) {
            long samples = TimeUnit.MINUTES.toMillis(minutes) / SAMPLE_MILLIS;
            for (int i = 1; i <= samples; i++) {
                Thread.sleep(Math.max(0, i * SAMPLE_MILLIS - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
                sample((System.nanoTime() - start) / 1e9 / SECONDS_PER_HOUR, i % TOLD_EVERY == 0, sender);
            }
            return sender.done() * BatchRequest.EVENTS;
        }
    }

    private void sample(double hours, boolean told, BatchSender sender) {
        Metrics metrics = Metrics.of(server.api());
        double residentNow = ProcessFigures.residentMegabytes(server.pid());
        double heapNow = metrics.settledHeap() / MEGABYTE;
        double directNow = metrics.directMemory() / MEGABYTE;
        long filesNow = ProcessFigures.openFiles(server.pid());
        resident.add(hours, residentNow);
        heap.add(hours, heapNow);
        direct.add(hours, directNow);
        threads.add(hours, metrics.threads());
        files.add(hours, filesNow);
        if (told) {
            run.say("%4.0f min  %,12d events  %,5.0f MB resident  %,4.0f MB heap  %,3.0f MB direct  %3.0f threads  %4d files  "
                    + "%,9.0f behind", hours * 60, sender.done() * BatchRequest.EVENTS, residentNow, heapNow, directNow,
                    metrics.threads(), filesNow, metrics.mostBehind());
        }
    }

    private List<String> tell(int minutes, double rate, long taken, double idle) {
        List<Series> all = List.of(resident, heap, direct, threads, files);
        run.say("| idle, MB resident | events/s asked for | events/s taken |");
        run.say("|---|---|---|");
        run.say("| %,.0f | %,.0f | %,.0f |", idle, rate, taken / (minutes * 60.0));
        run.say("");
        run.say("| what | least | most | last | growth an hour, second half | bound |");
        run.say("|---|---|---|---|---|---|");
        all.forEach(series -> run.say("%s", series.row()));
        List<String> broken = new ArrayList<>(all.stream().filter(Series::grows).map(Series::tooMuch).toList());
        if (taken < rate * minutes * 60 * PACE_HELD) {
            broken.add("the pace was not held; give a lower rate, or a machine with nothing else to do");
        }
        return broken;
    }
}
