package org.parley.pricing.internal.usage;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.parley.common.SellerId;
import org.parley.pricing.api.RelationshipId;
import org.parley.pricing.internal.Catalogue;
import org.parley.pricing.internal.Resuggestion;
import org.parley.pricing.internal.store.CycleRows;
import org.parley.pricing.internal.store.PricingDatabase;
import org.parley.pricing.internal.store.UsageOwners;
import org.parley.pricing.internal.store.UsageOwners.Owner;
import org.parley.pricing.internal.store.WaitingRows;
import org.parley.seller.api.Clock;

/** Takes usage events that had to wait to where they belong, when their time has come. */
@Component(service = WaitingUsage.class)
public final class WaitingUsage {

    private static final int BATCH = 500;

    private final PricingDatabase database;
    private final Catalogue catalogue;
    private final Resuggestion resuggestion;
    private final Clock clock;

    @Activate
    public WaitingUsage(@Reference PricingDatabase database, @Reference Catalogue catalogue,
            @Reference Resuggestion resuggestion, @Reference Clock clock) {
        this.database = database;
        this.catalogue = catalogue;
        this.resuggestion = resuggestion;
        this.clock = clock;
    }

    /** Settles what waits for the relationship of a cycle, before the cycle takes a step; nothing if there is none. */
    public void settle(SellerId seller, String cycle, Instant upTo) {
        database.read(handle -> CycleRows.find(handle, seller, cycle)).flatMap(found -> found.relationship())
                .ifPresent(relationship -> settle(seller, relationship, upTo));
    }

    /** Settles what waits for the relationship and whose time has come. */
    public void settle(SellerId seller, RelationshipId relationship, Instant upTo) {
        boolean more = true;
        while (more && waits(seller, relationship, upTo)) {
            more = resuggestion.step(seller, relationship)
                    || database.write(handle -> step(handle, seller, relationship, upTo));
        }
    }

    private boolean waits(SellerId seller, RelationshipId relationship, Instant upTo) {
        return database.read(handle -> !WaitingRows.of(handle, seller, relationship, upTo, 1).isEmpty());
    }

    /** Settles one batch in order of time, up to what must wait on; whether any was settled. */
    private boolean step(Handle handle, SellerId seller, RelationshipId relationship, Instant upTo) {
        int settled = 0;
        for (WaitingRows.Waiting each : WaitingRows.of(handle, seller, relationship, upTo, BATCH)) {
            if (!settle(handle, UsageOwners.of(handle, seller, relationship), each, upTo)) {
                break;
            }
            settled++;
        }
        return settled > 0;
    }

    private boolean settle(Handle handle, Owner owner, WaitingRows.Waiting each, Instant upTo) {
        UsageEvent event = each.event(owner.seller(), owner.customer());
        Usages usages = new Usages(handle, catalogue, owner);
        Place place = usages.place(event, upTo);
        if (place instanceof Place.Waiting || place instanceof Place.Resuggests) {
            return false;
        }
        WaitingRows.delete(handle, owner.seller(), owner.relationship(), each.moment());
        usages.add(event, place);
        Instant now = clock.now(owner.seller());
        Instant time = each.moment().time();
        usages.write(time.isAfter(now) ? time : now);
        return true;
    }
}
