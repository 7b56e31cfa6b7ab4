package org.parley.scoring.internal.scores;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.capture.api.Event;
import org.parley.capture.api.EventTypes;
import org.parley.common.CustomerId;
import org.parley.common.SellerId;
import org.parley.common.Values;

/** The events of one customer's life, told one after the other. */
final class Life {

    static final Instant START = Instant.parse("2026-01-01T09:00:00Z");

    private final List<Event> events = new ArrayList<>();
    private Instant now = START;

    Life after(int days) {
        now = now.plusSeconds(days * 86_400L);
        return this;
    }

    Life uses(double seconds) {
        return add(EventTypes.USAGE, Map.of("activeSeconds", BigDecimal.valueOf(seconds)));
    }

    Life attends(double seconds, double effort, String channel, String initiative) {
        return add(EventTypes.ATTENTION, Map.of("activeSeconds", BigDecimal.valueOf(seconds), "effortSeconds",
                BigDecimal.valueOf(effort), "channel", channel, "initiative", initiative));
    }

    Life buys() {
        return add(EventTypes.PURCHASE, Map.of());
    }

    Life pays(String price, String suggested) {
        return priced(Map.of("price", eur(price), "suggested", eur(suggested), "fairness", BigDecimal.ONE,
                "kind", "PRICE"));
    }

    Life pays(String price, String suggested, String worth) {
        return priced(Map.of("price", eur(price), "suggested", eur(suggested), "worth", eur(worth), "fairness",
                BigDecimal.ONE, "kind", "PRICE"));
    }

    Life priced(Map<String, ?> data) {
        return add(EventTypes.CYCLE_PRICED, data);
    }

    Life add(String type, Map<String, ?> data) {
        events.add(new Event(new SellerId("acme"), "/test", "e" + events.size(), type,
                Optional.of(new CustomerId("ann")), now, Values.of(new LinkedHashMap<>(data))));
        return this;
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    static Map<String, String> eur(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }
}
