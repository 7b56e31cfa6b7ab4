package org.parley.pricing.internal.journal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.parley.capture.api.Event;
import org.parley.common.CustomerId;
import org.parley.common.InvalidInput;
import org.parley.common.SellerId;
import org.parley.pricing.api.OfferingTerms;
import org.parley.pricing.api.UsageLine;
import org.parley.pricing.internal.Catalogue;
import org.parley.pricing.internal.CreditLimit;
import org.parley.pricing.internal.store.UsageOwners;
import org.parley.pricing.internal.store.UsageRows;
import org.parley.seller.api.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts usage events into the cycles that are open when the events are read, or, where none is, into what waits for
 * the relationship's next cycle. A cycle whose unpriced value has come up to the credit falls due at once.
 */
final class UsageFold {

    private record Subject(SellerId seller, CustomerId customer, Optional<String> offering) {}

    private static final Logger LOG = LoggerFactory.getLogger(UsageFold.class);
    private static final int MAX_DIGITS = 30;
    private static final int MAX_UNIT = 200;

    private final Catalogue catalogue;
    private final Clock clock;

    UsageFold(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Counts the events; whether a cycle has fallen due by it. */
    boolean count(Handle handle, List<Event> events) {
        Map<Subject, Map<String, BigDecimal>> sums = new LinkedHashMap<>();
        events.forEach(event -> add(sums, event));
        boolean due = false;
        for (var entry : sums.entrySet()) {
            for (UsageOwners.Owner owner : owners(handle, entry.getKey())) {
                due |= count(handle, owner, entry.getValue());
            }
        }
        return due;
    }

    private static void add(Map<Subject, Map<String, BigDecimal>> sums, Event event) {
        try {
            BigDecimal quantity = event.data().decimal("quantity").orElse(BigDecimal.ONE);
            String unit = event.data().text("unit").orElse("use");
            if (quantity.precision() > MAX_DIGITS || Math.abs(quantity.scale()) > MAX_DIGITS || unit.length() > MAX_UNIT) {
                LOG.warn("usage event {} {} is not counted: its quantity or unit is out of range", event.source(), event.id());
                return;
            }
            Subject subject = new Subject(event.seller(), event.customer().orElseThrow(), event.data().text("offering"));
            sums.computeIfAbsent(subject, key -> new LinkedHashMap<>()).merge(unit, quantity, BigDecimal::add);
        } catch (InvalidInput e) {
            LOG.warn("usage event {} {} is not counted: {}", event.source(), event.id(), e.getMessage());
        }
    }

    private static List<UsageOwners.Owner> owners(Handle handle, Subject subject) {
        return UsageOwners.of(handle, subject.seller(), subject.customer()).stream()
                .filter(owner -> subject.offering().map(owner.offering().value()::equals).orElse(true))
                .toList();
    }

    private boolean count(Handle handle, UsageOwners.Owner owner, Map<String, BigDecimal> sums) {
        sums.forEach((unit, quantity) -> {
            UsageLine line = new UsageLine(unit, quantity);
            if (owner.openCycle().isPresent()) {
                UsageRows.add(handle, owner.seller(), owner.openCycle().get(), line);
            } else {
                UsageRows.carry(handle, owner.seller(), owner.relationship(), line);
            }
        });
        Optional<Instant> due = owner.openCycle().isPresent() && full(handle, owner)
                ? Optional.of(clock.now(owner.seller())) : Optional.empty();
        UsageOwners.touch(handle, owner, due);
        return due.isPresent();
    }

    private boolean full(Handle handle, UsageOwners.Owner owner) {
        OfferingTerms offering = catalogue.offering(handle, owner.seller(), owner.offering(), owner.offeringVersion());
        return CreditLimit.reached(offering, UsageRows.of(handle, owner.seller(), owner.openCycle().orElseThrow()),
                Optional.empty(), owner.credit());
    }
}
