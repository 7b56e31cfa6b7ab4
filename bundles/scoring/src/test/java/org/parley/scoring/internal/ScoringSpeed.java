package org.parley.scoring.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.parley.capture.api.Event;
import org.parley.capture.api.EventTypes;
import org.parley.capture.api.testing.InMemoryJournal;
import org.parley.common.CustomerId;
import org.parley.common.SellerId;
import org.parley.common.Values;
import org.parley.scoring.internal.scores.Engagement;
import org.parley.scoring.internal.scores.PaymentGenerosity;
import org.parley.scoring.internal.scores.ReturnOnAttention;

/**
 * Prints how many events a second the engine folds with the built-in scores. It measures folding, JSON of the states
 * and RocksDB; it does not measure reading and decoding a stored journal, which is in memory here, nor parsing data.
 * Run its main method with the test class path.
 */
final class ScoringSpeed {

    private static final int EVENTS = 400_000;
    private static final int CUSTOMERS = 50_000;

    private ScoringSpeed() {}

    public static void main(String[] args) throws Exception {
        for (String type : List.of(EventTypes.NEWS, EventTypes.USAGE, EventTypes.CYCLE_PRICED, EventTypes.NEWS,
                EventTypes.USAGE, EventTypes.CYCLE_PRICED)) {
            System.out.printf("%s: %,.0f events/s%n", type, measure(type));
        }
    }

    private static double measure(String type) throws IOException, InterruptedException {
        InMemoryJournal journal = new InMemoryJournal();
        journal.append(events(type));
        ScoreRegistry registry = new ScoreRegistry();
        registry.addScore(new Engagement(), Map.of("service.id", 1L));
        registry.addScore(new PaymentGenerosity(), Map.of("service.id", 2L));
        registry.addScore(new ReturnOnAttention(), Map.of("service.id", 3L));
        Path folder = Files.createTempDirectory("scoring-speed");
        long start = System.nanoTime();
        ScoringEngine engine = new ScoringEngine(folder, registry, journal);
        while (journal.reported().getOrDefault("scoring", 0L) < EVENTS) {
            Thread.sleep(5);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        engine.close();
        return EVENTS / seconds;
    }

    private static List<Event> events(String type) {
        Random random = new Random(1);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            Values data = Values.of(Map.of("activeSeconds", BigDecimal.valueOf(random.nextInt(600)), "kind", "PRICE",
                    "price", Map.of("amount", "5.00", "currency", "EUR"), "fairness", BigDecimal.ONE,
                    "suggested", Map.of("amount", "6.00", "currency", "EUR")));
            events.add(new Event(new SellerId("acme"), "/test", "e" + i, type,
                    Optional.of(new CustomerId("customer-" + random.nextInt(CUSTOMERS))),
                    Instant.ofEpochSecond(1_700_000_000L + i * 60L), data));
        }
        return events;
    }
}
