package org.parley.reporting.internal.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

/** A seller's history, told one event after the other. */
public final class History {

    private final List<Event> events = new ArrayList<>();

    /** A customer's price for an offering called {@code music}. */
    public History priced(String day, String customer, String price, String suggested) {
        return priced(day, customer, price, suggested, Map.of());
    }

    public History priced(String day, String customer, String price, String suggested, Map<String, ?> more) {
        Map<String, Object> data = new LinkedHashMap<>(Map.of("offering", "music", "price", eur(price), "kind", "PRICE"));
        if (!suggested.isEmpty()) {
            data.put("suggested", eur(suggested));
        }
        data.putAll(more);
        return add(EventTypes.CYCLE_PRICED, day, customer, data);
    }

    public History bought(String day, String customer, String price) {
        return add(EventTypes.PURCHASE, day, customer, Map.of("price", eur(price)));
    }

    /** @param customer empty for nobody */
    public History add(String type, String day, String customer, Map<String, ?> data) {
        Instant noon = LocalDate.parse(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
        Optional<CustomerId> who = customer.isEmpty() ? Optional.empty() : Optional.of(new CustomerId(customer));
        events.add(new Event(new SellerId("acme"), "/test", "e" + events.size(), type, who, noon,
                Values.of(new LinkedHashMap<>(data))));
        return this;
    }

    public List<Event> events() {
        return List.copyOf(events);
    }

    static Map<String, String> eur(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }
}
