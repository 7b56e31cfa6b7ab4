package org.parley.reporting.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.parley.capture.api.Event;
import org.parley.capture.api.EventTypes;
import org.parley.capture.api.RecordedEvent;
import org.parley.common.CustomerId;
import org.parley.common.SellerId;
import org.parley.common.Values;

/** Priced cycles of random customers at random prices over a year, a tenth of them of nobody known. */
final class PricedCycles {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private PricedCycles() {}

    static List<Event> make(String prefix, int count, int customers) {
        Random random = new Random(prefix.hashCode());
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String price = BigDecimal.valueOf(2 + random.nextInt(3000), 2).toPlainString();
            Optional<CustomerId> customer = random.nextInt(10) == 0 ? Optional.empty()
                    : Optional.of(new CustomerId("customer-" + random.nextInt(customers)));
            events.add(event(prefix + i, price, customer, START.plusSeconds((long) random.nextInt(364 * 86_400))));
        }
        return events;
    }

    static List<Event> one(String id, String price) {
        return List.of(event(id, price, Optional.of(new CustomerId("ann")), START));
    }

    private static Event event(String id, String price, Optional<CustomerId> customer, Instant time) {
        Map<String, Object> data = new HashMap<>(Map.of("offering", "music", "kind", "PRICE",
                "price", eur(price), "suggested", eur("10.00"), "state", "ACTIVE", "tier", "BASIC",
                "stateBefore", "WARMUP", "tierBefore", "BASIC", "reputation", new BigDecimal("0.7")));
        customer.ifPresent(who -> data.put("relationship", "r-" + who));
        return new Event(new SellerId("acme"), "/test", id, EventTypes.CYCLE_PRICED, customer, time, Values.of(data));
    }

    private static Map<String, String> eur(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }

    static BigDecimal total(List<Event> events) {
        return events.stream().map(event -> event.data().money("price").orElseThrow().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static long customers(List<RecordedEvent> events) {
        return events.stream().flatMap(recorded -> recorded.event().customer().stream()).distinct().count();
    }
}
