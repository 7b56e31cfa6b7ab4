package org.parley.itests.load;

import org.parley.itests.kit.Await;
import org.parley.itests.kit.ParleyServer;
import org.parley.itests.kit.Shop;
import org.parley.itests.kit.Witnessed;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Swaps modules under a constant load on capture, scoring, pricing and reporting, and then counts what the server
 * holds against what was sent.
 */
public final class SwapRig {

    public static final List<String> MODULES = List.of("capture", "scoring", "pricing", "reporting");

    private static final int BATCH = 10;
    private static final int CUSTOMERS = 20;
    private static final int CONNECTIONS = 2;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /**
     * What happened.
     *
     * @param swaps          how many swaps were made
     * @param lanes          what became of the requests, by module
     * @param eventsSent     how many events were acknowledged
     * @param eventsLost     how many of them the timelines do not hold
     * @param eventsDoubled  how many the timelines hold more than once
     * @param paymentsSent   how many payments were acknowledged, and their sum
     * @param ledger         what the ledger holds
     * @param report         what the revenue report shows
     * @param strangers      changes to bundles of other modules while a module was swapped
     */
    public record Result(int swaps, List<Lane.Summary> lanes, long eventsSent, long eventsLost, long eventsDoubled,
            Books.Sum paymentsSent, Books.Sum ledger, Books.Sum report, List<String> strangers) {}

    private final ParleyServer server;
    private final Witnessed witnessed;
    private final Events events = new Events("urn:swap", CUSTOMERS);
    private final Payments payments = new Payments("swap", CUSTOMERS, "swapped", "swapped");
    private final List<String> strangers = new ArrayList<>();

    /** Prepares a started server that has no payments in EUR yet. */
    public SwapRig(ParleyServer server, Path folder) {
        this.server = server;
        Shop shop = new Shop(server.api());
        shop.offering("swapped", "EUR");
        shop.policy("swapped", "fairpay", "fixed");
        witnessed = Witnessed.install(server, folder);
    }

    /** Swaps each module so many times, one after the other; the progress is told in lines. */
    public Result run(int swapsEach, Consumer<String> progress) {
        List<Lane> lanes = lanes();
        try {
            for (Lane lane : lanes) {
                Await.until("the load runs", PATIENCE, () -> lane.answered() > CUSTOMERS);
            }
            for (String module : MODULES) {
                for (int i = 0; i < swapsEach; i++) {
                    swap(module, lanes);
                }
                progress.accept(module + ": " + swapsEach + " swaps");
            }
        } finally {
            lanes.forEach(Lane::close);
        }
        return count(MODULES.size() * swapsEach, lanes.stream().map(Lane::summary).toList());
    }

    private void swap(String module, List<Lane> lanes) {
        int before = witnessed.changes().size();
        String said = server.console("parley:swap " + module);
        String bundle = "org.parley." + module;
        Await.until(bundle + " was updated and started; the console said: " + said, PATIENCE, () -> {
            List<String> changes = witnessed.changes();
            List<String> own = changes.subList(before, changes.size()).stream().filter(line -> isOf(line, bundle))
                    .toList();
            return !own.isEmpty() && own.get(own.size() - 1).startsWith("STARTED");
        });
        List<String> changes = witnessed.changes();
        changes.subList(before, changes.size()).stream().filter(line -> !isOf(line, bundle))
                .forEach(line -> strangers.add("while " + module + " was swapped: " + line));
        for (Lane lane : lanes) {
            long answered = lane.answered();
            Await.until("the load goes on", PATIENCE, () -> lane.answered() > answered + CONNECTIONS);
        }
    }

    private static boolean isOf(String change, String bundle) {
        return change.split(" ")[1].equals(bundle);
    }

    private List<Lane> lanes() {
        String key = server.api().key();
        return List.of(
                lane("capture", n -> LeanConnection.request("POST", "/api/v1/events", key,
                        "application/cloudevents-batch+json", events.batch(n * BATCH, BATCH))),
                lane("scoring", n -> LeanConnection.get("/api/v1/customers/" + events.customer(n) + "/scores", key)),
                lane("pricing", n -> LeanConnection.request("POST", "/api/v1/imports/cycles", key,
                        "application/x-ndjson", payments.line(n).getBytes(StandardCharsets.UTF_8))),
                lane("reporting", n -> LeanConnection.get("/api/v1/reports/revenue-by-day?from=2025-01-01&to=2026-01-01", key)));
    }

    private Lane lane(String name, LongFunction<byte[]> requests) {
        return new Lane(name, server.root(), CONNECTIONS, PAUSE, requests);
    }

    private Result count(int swaps, List<Lane.Summary> lanes) {
        Lane.Summary capture = lanes.get(0);
        Lane.Summary pricing = lanes.get(2);
        int perCustomer = (int) ((capture.sent() - capture.failed()) * BATCH / CUSTOMERS);
        List<String> held = IntStream.range(0, CUSTOMERS)
                .mapToObj(n -> new Timelines(server.api()).idsOnceThereAre(perCustomer, events.customer(n), "org.parley.usage"))
                .flatMap(List::stream).toList();
        Set<String> distinct = new HashSet<>(held);
        long lost = LongStream.range(0, capture.sent()).filter(n -> !capture.failedNumbers().contains(n))
                .flatMap(n -> LongStream.range(n * BATCH, (n + 1) * BATCH))
                .filter(n -> !distinct.contains(events.id(n))).count();
        Books books = new Books(server.api());
        Books.Sum sent = new Books.Sum(pricing.sent() - pricing.failed(), payments.total(pricing.sent())
                .subtract(pricing.failedNumbers().stream().map(payments::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)));
        return new Result(swaps, lanes, (capture.sent() - capture.failed()) * BATCH, lost,
                held.size() - distinct.size(), sent, books.ledger("EUR"),
                books.reportOnceItShows(sent.count(), "EUR"), List.copyOf(strangers));
    }
}
