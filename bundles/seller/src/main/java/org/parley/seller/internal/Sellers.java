package org.parley.seller.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.SellerId;
import org.parley.common.StateConflict;
import org.parley.seller.api.Clock;
import org.parley.seller.internal.store.SellerRow;
import org.parley.seller.internal.store.SellerTables;

/** The sellers and their clocks. What time it is for a seller is asked many times a request, so it is held in memory. */
@Component(service = {Clock.class, Sellers.class})
public final class Sellers implements Clock {

    private final SellerTables tables;
    private final InstantSource wall;
    private final Map<SellerId, SellerRow> known;

    @Activate
    public Sellers(@Reference SellerTables tables, @Reference FirstStart firstStart) {
        this(tables, InstantSource.system());
    }

    Sellers(SellerTables tables, InstantSource wall) {
        this.tables = tables;
        this.wall = wall;
        this.known = new ConcurrentHashMap<>(tables.sellers().stream().collect(Collectors.toMap(SellerRow::id, Function.identity())));
    }

    @Override
    public Instant now(SellerId seller) {
        return find(seller).sandbox().orElseGet(wall::instant);
    }

    @Override
    public boolean isSandbox(SellerId seller) {
        return find(seller).sandbox().isPresent();
    }

    @Override
    public ZoneId zone(SellerId seller) {
        return find(seller).zone();
    }

    @Override
    public List<SellerId> liveSellers() {
        return known.values().stream().filter(row -> row.sandbox().isEmpty()).map(SellerRow::id).sorted().toList();
    }

    @Override
    public synchronized void moveTo(SellerId seller, Instant to) {
        SellerRow before = find(seller);
        Instant now = before.sandbox().orElseThrow(() -> new StateConflict(ErrorCode.NOT_SANDBOX,
                "seller '" + seller + "' lives by the wall clock; only a sandbox seller's clock can be moved"));
        if (to.isBefore(now)) {
            throw new InvalidInput(ErrorCode.INVALID_TIME, "to", "the clock stands at " + now + " and cannot be moved back to " + to);
        }
        tables.moveTo(seller, to);
        known.put(seller, new SellerRow(seller, Optional.of(to), before.zone()));
    }

    /** Sets the time zone of what is defined from now on; what was defined before keeps its own. */
    public synchronized void setZone(SellerId seller, ZoneId zone) {
        SellerRow before = find(seller);
        tables.setZone(seller, zone);
        known.put(seller, new SellerRow(seller, before.sandbox(), zone));
    }

    /**
     * Makes a seller.
     *
     * @param sandbox whether it gets a clock of its own, which starts at the present
     * @param zone    the time zone that its days and months are meant in
     * @throws StateConflict if there is one with this id
     */
    public synchronized void create(SellerId id, boolean sandbox, ZoneId zone) {
        if (known.containsKey(id)) {
            throw new StateConflict(ErrorCode.STATE_CONFLICT, "there is a seller '" + id + "' already");
        }
        Instant now = wall.instant();
        SellerRow row = new SellerRow(id, sandbox ? Optional.of(now) : Optional.empty(), zone);
        tables.insert(row, now);
        known.put(id, row);
    }

    /**
     * The seller with this id.
     *
     * @throws StateConflict if there is none
     */
    SellerRow find(SellerId id) {
        return Optional.ofNullable(known.get(id)).orElseThrow(() -> StateConflict.absent("seller", id.value()));
    }
}
