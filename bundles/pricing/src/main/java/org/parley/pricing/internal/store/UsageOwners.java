package org.parley.pricing.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.parley.common.CustomerId;
import org.parley.common.Money;
import org.parley.common.SellerId;
import org.parley.pricing.api.CycleId;
import org.parley.pricing.api.OfferingId;
import org.parley.pricing.api.RelationshipId;
import org.parley.pricing.internal.CycleState;
import org.parley.pricing.internal.Moment;
import org.parley.pricing.internal.Period;
import org.parley.pricing.internal.usage.Claim;

/** Whose usage it is that a customer's event tells of: each of the customer's relationships, also those that are over. */
public final class UsageOwners {

    /**
     * A relationship that usage counts for.
     *
     * @param current its cycle that is open or waits for its price
     */
    public record Owner(SellerId seller, RelationshipId relationship, CustomerId customer, Claim claim, Money credit,
            Optional<Current> current) {}

    /** A cycle that still takes usage. */
    public record Current(CycleId cycle, CycleState state, int offeringVersion, Period period, Optional<Instant> due) {}

    /** A cycle and whose usage it owns. */
    public record Owned(CycleId cycle, Period period) {}

    private static final String OWNER = "SELECT r.seller, r.id relationship, r.customer, r.offering, r.started_at, r.read_from, r.credit, "
            + "r.currency, c.id cycle, c.offering_version, c.state, c.since_at, c.since_position, c.ended_at, "
            + "c.ended_position, c.due_at FROM relationship r "
            + "LEFT JOIN cycle c ON c.seller = r.seller AND c.relationship = r.id AND c.state IN ('OPEN', 'REQUESTED') ";

    private UsageOwners() {}

    /** The customer's relationships, in the order in which they began. */
    public static List<Owner> of(Handle handle, SellerId seller, CustomerId customer) {
        return handle.createQuery(OWNER + "WHERE r.seller = ? AND r.customer = ? ORDER BY r.started_at, r.id")
                .bind(0, seller.value()).bind(1, customer.value()).map(UsageOwners::owner).list();
    }

    public static Owner of(Handle handle, SellerId seller, RelationshipId relationship) {
        return handle.createQuery(OWNER + "WHERE r.seller = ? AND r.id = ?")
                .bind(0, seller.value()).bind(1, Uuids.bytes(relationship.value())).map(UsageOwners::owner).one();
    }

    /** The last cycle whose period began before a moment (of several that began in one, all but the last are empty). */
    public static Optional<Owned> lastBegun(Handle handle, Owner owner, Moment moment) {
        return handle.createQuery("SELECT id, since_at, since_position, ended_at, ended_position FROM cycle "
                        + "WHERE seller = ? AND relationship = ? AND since_at IS NOT NULL "
                        + "AND (since_at, since_position) < (?, ?) ORDER BY since_at DESC, since_position DESC, id DESC LIMIT 1")
                .bind(0, owner.seller().value()).bind(1, Uuids.bytes(owner.relationship().value()))
                .bind(2, moment.millis()).bind(3, moment.position())
                .map((row, context) -> new Owned(new CycleId(Uuids.text(row.getBytes("id"))), period(row))).findOne();
    }

    /** The relationship's first cycle, an imported one if there is no other. */
    public static CycleId first(Handle handle, Owner owner) {
        return handle.createQuery("SELECT id FROM cycle WHERE seller = ? AND relationship = ? ORDER BY id LIMIT 1")
                .bind(0, owner.seller().value()).bind(1, Uuids.bytes(owner.relationship().value()))
                .map((row, context) -> new CycleId(Uuids.text(row.getBytes("id")))).one();
    }

    /** Marks a cycle as changed, so that work based on the usage before is done again; earlier due than before, if given. */
    public static void touch(Handle handle, SellerId seller, CycleId cycle, Optional<Instant> due) {
        long earliest = due.map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
        handle.execute("UPDATE cycle SET revision = revision + 1, "
                        + "due_at = CASE WHEN ? < coalesce(due_at, ?) THEN ? ELSE due_at END WHERE seller = ? AND id = ?",
                earliest, Long.MAX_VALUE, earliest, seller.value(), Uuids.bytes(cycle.value()));
    }

    /** Marks a relationship as changed, so that work based on what was carried before is done again. */
    public static void touch(Handle handle, Owner owner) {
        handle.execute("UPDATE relationship SET revision = revision + 1 WHERE seller = ? AND id = ?",
                owner.seller().value(), Uuids.bytes(owner.relationship().value()));
    }

    private static Owner owner(ResultSet row, StatementContext context) throws SQLException {
        Columns c = new Columns(row);
        Claim claim = new Claim(new OfferingId(c.text("offering")), row.getLong("started_at"), row.getLong("read_from"));
        Optional<String> cycle = c.maybeUuid("cycle");
        return new Owner(new SellerId(c.text("seller")), new RelationshipId(c.uuid("relationship")),
                new CustomerId(c.text("customer")), claim,
                Money.ofMinor(row.getLong("credit"), c.text("currency")),
                cycle.isPresent() ? Optional.of(new Current(new CycleId(cycle.get()), CycleState.valueOf(c.text("state")),
                        row.getInt("offering_version"), period(row), c.maybeTime("due_at"))) : Optional.empty());
    }

    /** The period in a cycle's row that has one. */
    static Period period(ResultSet row) throws SQLException {
        Moment since = new Moment(row.getLong("since_at"), row.getLong("since_position"));
        long ended = row.getLong("ended_at");
        return new Period(since, row.wasNull() ? Optional.empty()
                : Optional.of(new Moment(ended, row.getLong("ended_position"))));
    }
}
