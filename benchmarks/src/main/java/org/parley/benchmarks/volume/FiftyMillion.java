package org.parley.benchmarks.volume;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.parley.benchmarks.Run;
import org.parley.itests.kit.Api;
import org.parley.itests.kit.Await;
import org.parley.itests.kit.ParleyServer;
import org.rocksdb.RocksDBException;

/**
 * Takes 50 million usage events in batches of 100 over 16 connections and HTTP on the loopback, and tells how the rate
 * changes, what a page of a customer's timeline takes, what is on disk, and how long opening takes. The events are spread
 * over a year in the order of time, within an hour at random; they are of a million customers: a twentieth is of one, the
 * rest falls to the k-th with a share as 1/k. Pages have 50 events and are asked for over one connection: ten a second while
 * events come in, and then, when the index has caught up, one after the other; half of them of customers drawn with equal
 * chances, half of the one with most events.
 *
 * <p>Scoring, reporting and pricing are stopped while events come in, unless {@code folding} is given: this is about the
 * journal, and what folding behind it costs is measured by {@code benchmarks/run intake}. They run again at the starts
 * that are timed, and begin to fold what they have missed.
 *
 * <p>Opening is the time from starting the process to the first page that is answered, thus with the start of Java and
 * Karaf; after a clean stop, and after a kill while events came in. The system's file cache is warm in both, and how long
 * a machine takes that was just switched on is not shown. Nor is a network, TLS, or larger events: these have
 * about 230 bytes of JSON, much alike, so that they compress well.
 */
public final class FiftyMillion {

    private static final long EVENTS = 50_000_000;
    private static final int SLICES = 20;
    private static final int PAGES = 2_000;
    private static final int WARM_UP_BATCHES = 2_000;
    private static final long PAGE_PAUSE_NANOS = 180_000_000;
    private static final Duration PATIENCE = Duration.ofHours(12);
    private static final Duration START = Duration.ofMinutes(30);
    private static final Pattern JOURNAL_OPENED = Pattern.compile("the journal in .* opened in (\\d+) ms");
    private static final List<String> FOLDING = List.of("scoring", "reporting", "pricing");

    private final Run run;
    private final ParleyServer server;
    private final long batches;
    private final double[] rates = new double[SLICES];
    private final List<String> table = new ArrayList<>();

    private FiftyMillion(Run run, ParleyServer server, long batches) {
        this.run = run;
        this.server = server;
        this.batches = batches;
    }

    /** Takes the number of events, 50,000,000 if not given, and {@code folding} if the other modules are to run. */
    public static void main(String[] arguments) throws IOException, InterruptedException, RocksDBException {
        long events = arguments.length > 0 ? Long.parseLong(arguments[0]) : EVENTS;
        boolean folding = arguments.length > 1 && arguments[1].equals("folding");
        Run run = new Run("fifty-million");
        Path folder = run.folder("server");
        try (ParleyServer server = ParleyServer.start(folder)) {
            run.say("%,d events, scoring, reporting and pricing %s", events, folding ? "folding" : "stopped");
            FiftyMillion rig = new FiftyMillion(run, server, Math.max(SLICES, events / BatchRequest.EVENTS));
            if (!folding) {
                rig.stopFolding();
            }
            rig.intake();
            rig.pages();
            rig.disk();
            rig.opening();
        }
        DiskUse.byFamily(folder.resolve("data/journal"))
                .forEach((family, bytes) -> run.say("journal, %s: %,.1f MB in tables", family, bytes / 1e6));
    }

    private void stopFolding() {
        FOLDING.forEach(module -> server.console("bundle:stop org.parley." + module));
    }

    private void intake() throws IOException, InterruptedException {
        send("urn:warm", WARM_UP_BATCHES);
        PageReader reader = new PageReader(server.root(), server.adminKey());
        Thread reading = reader.every(PAGE_PAUSE_NANOS);
        long start = System.nanoTime();
        try (BatchSender sender = new BatchSender(server.root(), server.adminKey(), "urn:fifty", batches,
                Double.POSITIVE_INFINITY)) {
            for (int slice = 0; slice < SLICES; slice++) {
                slice(sender, slice);
            }
            tell("intake, events/s", "%,.0f", batches * BatchRequest.EVENTS / seconds(start));
            tell("asked to come again (429, 503)", "%,d", sender.busy());
        }
        stop(reader, reading);
        tell("rate of the last of 20 slices against the first", "%.2f", rates[SLICES - 1] / rates[0]);
        tell("rate of the last quarter against the first", "%.2f", quarter(SLICES - SLICES / 4) / quarter(0));
        tell("page while events come in, median / p99, any customer", "%s", reader.others());
        tell("page while events come in, median / p99, the heavy one", "%s", reader.heavy());
    }

    private static void stop(PageReader reader, Thread reading) throws IOException, InterruptedException {
        reader.end();
        reading.join();
        reader.close();
    }

    private void send(String source, long count) throws InterruptedException {
        try (BatchSender sender = new BatchSender(server.root(), server.adminKey(), source, count,
                Double.POSITIVE_INFINITY)) {
            Await.until("all is sent", PATIENCE, sender::finished);
        }
    }

    private void slice(BatchSender sender, int slice) {
        long from = batches * slice / SLICES;
        long to = batches * (slice + 1) / SLICES;
        long start = System.nanoTime();
        Await.until("slice " + (slice + 1) + " is sent", PATIENCE, () -> sender.done() >= to);
        rates[slice] = (to - from) * BatchRequest.EVENTS / seconds(start);
        run.say("%3d %%  %,8.0f events/s  %,5.0f MB resident", (slice + 1) * 100 / SLICES, rates[slice],
                ProcessFigures.residentMegabytes(server.pid()));
    }

    /** The mean pace of a quarter of the slices: as they are of the same length, the harmonic mean of their rates. */
    private double quarter(int first) {
        double time = 0;
        for (int i = first; i < first + SLICES / 4; i++) {
            time += 1 / rates[i];
        }
        return SLICES / 4 / time;
    }

    private void pages() throws IOException {
        long start = System.nanoTime();
        Await.until("the timeline has caught up", PATIENCE, () -> Metrics.of(server.api()).timelineBehind() <= 0);
        tell("timeline caught up, s after the last event", "%.1f", seconds(start));
        try (PageReader reader = new PageReader(server.root(), server.adminKey())) {
            for (int i = 0; i < PAGES; i++) {
                reader.readBoth();
            }
            tell("page afterwards, median / p99, any customer", "%s", reader.others());
            tell("page afterwards, median / p99, the heavy one", "%s", reader.heavy());
        }
        tell("resident memory, MB", "%,.0f", ProcessFigures.residentMegabytes(server.pid()));
    }

    private void disk() throws IOException {
        double events = Metrics.of(server.api()).head();
        Map<String, Long> sizes = DiskUse.byName(server.data());
        sizes.forEach((name, bytes) -> run.say("on disk, %s: %,.1f MB", name, bytes / 1e6));
        long without = sizes.getOrDefault("karaf", 0L);
        long all = sizes.values().stream().mapToLong(size -> size).sum() - without;
        tell("on disk, bytes per event, all of the data folder but Karaf's cache", "%.1f", all / events);
        tell("on disk, bytes per event, journal alone", "%.1f", sizes.getOrDefault("journal", 0L) / events);
        run.say("%s", server.tryConsole("parley:journal-status").strip());
    }

    private void opening() throws IOException, InterruptedException {
        long start = System.nanoTime();
        server.stop();
        tell("clean stop, s", "%.1f", seconds(start));
        tell("start to the first page after a clean stop, s", "%.1f", untilFirstPage());
        tell("of that, opening the journal, ms", "%s", journalOpening());
        try (BatchSender sender = new BatchSender(server.root(), server.adminKey(), "urn:more", batches,
                Double.POSITIVE_INFINITY)) {
            Await.until("there is something to recover", PATIENCE, () -> sender.done() >= Math.min(10_000, batches / 10));
            server.kill();
        }
        tell("start to the first page after kill -9 under load, s", "%.1f", untilFirstPage());
        tell("of that, opening the journal, ms", "%s", journalOpening());
        server.kill();
        run.say("| what | measured |");
        run.say("|---|---|");
        table.forEach(line -> run.say("%s", line));
    }

    private double untilFirstPage() {
        long start = System.nanoTime();
        server.launch();
        Api api = new Api(server.root(), server.adminKey());
        Await.until("a page is answered", START,
                () -> api.get("/events?customer=" + BatchRequest.HEAVY + "&limit=50").status() == 200);
        return seconds(start);
    }

    /** What the log said last about the opening of the journal. */
    private String journalOpening() throws IOException {
        try (Stream<String> lines = Files.lines(server.data().resolve("log/parley.log"))) {
            return lines.map(JOURNAL_OPENED::matcher).filter(Matcher::find).map(match -> match.group(1))
                    .reduce("not told", (before, last) -> last);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private void tell(String what, String format, Object value) {
        String text = String.format(Locale.ROOT, format, value);
        run.say("%s: %s", what, text);
        table.add("| " + what + " | " + text + " |");
    }
}
