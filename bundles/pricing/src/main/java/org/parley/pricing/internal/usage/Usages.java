package org.parley.pricing.internal.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.parley.pricing.api.OfferingTerms;
import org.parley.pricing.api.UsageLine;
import org.parley.pricing.internal.Catalogue;
import org.parley.pricing.internal.CreditLimit;
import org.parley.pricing.internal.store.LateRows;
import org.parley.pricing.internal.store.UsageOwners;
import org.parley.pricing.internal.store.UsageOwners.Owner;
import org.parley.pricing.internal.store.UsageRows;
import org.parley.pricing.internal.store.WaitingRows;

/**
 * Writes one relationship's usage events, each to where its {@link Place} is, as part of the transaction of its handle.
 * Sums are written once for all events, so an event of a busy customer costs no more than its share.
 */
final class Usages {

    private final Handle handle;
    private final Catalogue catalogue;
    private final Owner owner;
    private final Map<String, BigDecimal> counted = new LinkedHashMap<>();
    private final Map<String, BigDecimal> carried = new LinkedHashMap<>();
    private boolean resuggests;

    Usages(Handle handle, Catalogue catalogue, Owner owner) {
        this.handle = handle;
        this.catalogue = catalogue;
        this.owner = owner;
    }

    /** Where an event belongs, as things stand now. */
    Place place(UsageEvent event, Instant now) {
        if (event.line().isEmpty()) {
            return new Place.Late(UsageOwners.lastBegun(handle, owner, event.moment()).map(UsageOwners.Owned::cycle)
                    .orElseGet(() -> UsageOwners.first(handle, owner)), LateReason.UNCOUNTABLE);
        }
        if (owner.current().filter(current -> event.moment().isAfter(current.period().since())).isPresent()) {
            return Place.in(owner.current().get(), event.moment(), now);
        }
        Optional<UsageOwners.Owned> last = UsageOwners.lastBegun(handle, owner, event.moment());
        boolean afterAll = last.isPresent() ? !last.get().period().holds(event.moment())
                : event.moment().millis() >= owner.claim().started();
        return afterAll ? Place.afterAll(event.moment(), now)
                : Place.closed(last.map(UsageOwners.Owned::cycle), UsageOwners.first(handle, owner));
    }

    /** Takes an event to its place; its sums are written by {@link #write}. */
    void add(UsageEvent event, Place place) {
        if (place instanceof Place.Counted) {
            add(counted, event);
        } else if (place instanceof Place.Carried) {
            add(carried, event);
        } else if (place instanceof Place.Late late) {
            LateRows.insert(handle, owner.seller(), late.cycle(), owner.relationship(), row(event, late.reason()));
        } else {
            resuggests |= place instanceof Place.Resuggests;
            WaitingRows.insert(handle, owner.seller(), owner.relationship(), event);
        }
    }

    private static void add(Map<String, BigDecimal> sums, UsageEvent event) {
        UsageLine line = event.line().orElseThrow();
        sums.merge(line.unit(), line.quantity(), BigDecimal::add);
    }

    private static LateRows.Late row(UsageEvent event, LateReason reason) {
        return new LateRows.Late(event.moment().position(), event.source(), event.id(), event.moment().time(),
                event.line(), reason, event.problem().isEmpty() ? reason.detail() : event.problem());
    }

    /**
     * Writes the sums, and marks what they change.
     *
     * @param dueAt when the open cycle falls due if what was used has come up to the credit
     * @return whether anything is to be done at once: the cycle has fallen due, or must be suggested anew
     */
    boolean write(Instant dueAt) {
        counted.forEach((unit, quantity) -> UsageRows.add(handle, owner.seller(), current().cycle(), new UsageLine(unit, quantity)));
        carried.forEach((unit, quantity) -> UsageRows.carry(handle, owner.seller(), owner.relationship(), new UsageLine(unit, quantity)));
        if (!carried.isEmpty()) {
            UsageOwners.touch(handle, owner);
        }
        boolean full = !counted.isEmpty() && full();
        if (resuggests || !counted.isEmpty()) {
            UsageOwners.touch(handle, owner.seller(), current().cycle(), full ? Optional.of(dueAt) : Optional.empty());
        }
        return full || resuggests;
    }

    private boolean full() {
        OfferingTerms offering = catalogue.offering(handle, owner.seller(), owner.claim().offering(), current().offeringVersion());
        return CreditLimit.reached(offering, UsageRows.of(handle, owner.seller(), current().cycle()), Optional.empty(),
                owner.credit());
    }

    private UsageOwners.Current current() {
        return owner.current().orElseThrow();
    }
}
