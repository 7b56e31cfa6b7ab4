package org.parley.capture.internal.journal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.parley.capture.api.EventTypes;
import org.parley.capture.api.JournalCheck;
import org.parley.common.SellerId;

/** Points in time by seller and type: what happened before is gone, or may go. What is not named has none. */
record Cutoffs(Map<SellerId, Map<String, Instant>> byType) implements JournalCheck.Horizon {

    static final Cutoffs NONE = new Cutoffs(Map.of());

    /** Who makes cutoffs one by one. */
    interface Adding {
        void add(SellerId seller, String type, Instant before);
    }

    /** @throws IllegalArgumentException for a pricing fact's type: those are kept for ever */
    static Cutoffs of(Consumer<Adding> all) {
        Map<SellerId, Map<String, Instant>> byType = new HashMap<>();
        all.accept((seller, type, before) -> {
            if (type.startsWith(EventTypes.PRICING_PREFIX)) {
                throw new IllegalArgumentException("events of type " + type + " are never removed");
            }
            byType.computeIfAbsent(seller, each -> new HashMap<>()).put(type, before);
        });
        return new Cutoffs(byType);
    }

    void forEach(Adding each) {
        byType.forEach((seller, types) -> types.forEach((type, before) -> each.add(seller, type, before)));
    }

    @Override
    public Instant from(SellerId seller, String type) {
        return byType.getOrDefault(seller, Map.of()).getOrDefault(type, Instant.MIN);
    }

    boolean isBefore(EventHeader event) {
        return event.time().isBefore(from(event.seller(), event.type()));
    }

    boolean isEmpty() {
        return byType.isEmpty();
    }

    /** The latest of all; {@link Instant#MIN} if there is none. */
    Instant latest() {
        return byType.values().stream().flatMap(types -> types.values().stream()).max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    /** For each seller and type the later of both. */
    Cutoffs and(Cutoffs other) {
        return of(all -> {
            forEach(all);
            other.forEach((seller, type, before) -> {
                if (before.isAfter(from(seller, type))) {
                    all.add(seller, type, before);
                }
            });
        });
    }
}
