package org.parley.pricing.internal.usage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.parley.common.CustomerId;
import org.parley.common.SellerId;
import org.parley.pricing.internal.Catalogue;
import org.parley.pricing.internal.store.UsageOwners;
import org.parley.pricing.internal.store.UsageOwners.Owner;
import org.parley.seller.api.Clock;

/**
 * Counts usage events into the cycles in whose periods they happened. A cycle whose unpriced value has come up to the
 * credit falls due at once.
 */
public final class UsageCounter {

    private record Customer(SellerId seller, CustomerId id) {}

    private final Catalogue catalogue;
    private final Clock clock;

    public UsageCounter(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Counts the events; whether there is anything to be done at once because of it. */
    public boolean count(Handle handle, List<UsageEvent> events) {
        Map<Customer, List<UsageEvent>> byCustomer = new LinkedHashMap<>();
        events.forEach(event -> byCustomer.computeIfAbsent(new Customer(event.seller(), event.customer()),
                customer -> new ArrayList<>()).add(event));
        boolean anyDue = false;
        for (Map.Entry<Customer, List<UsageEvent>> each : byCustomer.entrySet()) {
            anyDue |= count(handle, each.getKey(), each.getValue());
        }
        return anyDue;
    }

    private boolean count(Handle handle, Customer customer, List<UsageEvent> events) {
        List<Owner> owners = UsageOwners.of(handle, customer.seller(), customer.id());
        Instant now = clock.now(customer.seller());
        Map<Owner, Usages> usages = new LinkedHashMap<>();
        for (UsageEvent event : events) {
            for (Owner owner : Claim.owners(owners, Owner::claim, event)) {
                Usages its = usages.computeIfAbsent(owner, missing -> new Usages(handle, catalogue, owner));
                its.add(event, its.place(event, now));
            }
        }
        boolean anyDue = false;
        for (Usages each : usages.values()) {
            anyDue |= each.write(now);
        }
        return anyDue;
    }
}
