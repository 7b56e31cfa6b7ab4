package org.parley.reporting.internal;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import org.parley.capture.api.Event;
import org.parley.capture.api.testing.InMemoryJournal;
import org.parley.reporting.internal.reports.CohortRetention;
import org.parley.reporting.internal.reports.PriceDistribution;
import org.parley.reporting.internal.reports.ReputationAndTiers;
import org.parley.reporting.internal.reports.RevenueByDay;
import org.parley.store.sqlite.SqliteDatabases;

/**
 * Prints how many priced cycles a second the engine rolls up for all built-in reports, and how much processor time each
 * takes; the cycles are in the order of their times. It measures folding, merging and SQLite; it does not measure reading and decoding a stored journal, which is in
 * memory here, nor parsing data. Run its main method with the test class path.
 */
final class ReportingSpeed {

    private static final int EVENTS = 200_000;
    private static final int CUSTOMERS = 60_000;

    private ReportingSpeed() {}

    public static void main(String[] args) throws Exception {
        for (int round = 0; round < 3; round++) {
            measure("round" + round);
        }
    }

    private static void measure(String prefix) throws Exception {
        InMemoryJournal journal = new InMemoryJournal();
        journal.append(PricedCycles.make(prefix, EVENTS, CUSTOMERS).stream()
                .sorted(Comparator.comparing(Event::time)).toList());
        ReportRegistry registry = new ReportRegistry();
        registry.addReport(new RevenueByDay(), Map.of("service.id", 1L));
        registry.addReport(new PriceDistribution(), Map.of("service.id", 2L));
        registry.addReport(new ReputationAndTiers(), Map.of("service.id", 3L));
        registry.addReport(new CohortRetention(), Map.of("service.id", 4L));
        Path folder = Files.createTempDirectory("reporting-speed");
        long cpu = processorTime();
        long start = System.nanoTime();
        ReportingEngine engine = new ReportingEngine(new SqliteDatabases(folder), registry, journal);
        while (journal.reported().getOrDefault("reporting", 0L) < EVENTS) {
            Thread.sleep(5);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double busy = (processorTime() - cpu) / 1e9;
        engine.close();
        System.out.printf("%,.0f cycles/s; %.1f µs of processor time each, so 10,000/s take %.0f %% of a core%n",
                EVENTS / seconds, busy / EVENTS * 1e6, busy / EVENTS * 1e4 * 100);
    }

    private static long processorTime() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
