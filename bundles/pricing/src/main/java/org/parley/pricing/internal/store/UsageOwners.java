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

/** Whose usage it is that a customer's event tells of: each relationship that is not over. */
public final class UsageOwners {

    /**
     * A relationship that usage counts for.
     *
     * @param openCycle       where it counts; empty if it waits for the next cycle
     * @param offeringVersion what the open cycle runs under; 0 without one
     */
    public record Owner(SellerId seller, RelationshipId relationship, OfferingId offering, Money credit,
            Optional<CycleId> openCycle, int offeringVersion) {}

    private UsageOwners() {}

    public static List<Owner> of(Handle handle, SellerId seller, CustomerId customer) {
        return handle.createQuery("SELECT r.seller, r.id relationship, r.offering, r.credit, r.currency, c.id cycle, "
                        + "c.offering_version, c.state FROM relationship r INDEXED BY relationship_open "
                        + "LEFT JOIN cycle c INDEXED BY cycle_current ON c.seller = r.seller "
                        + "AND c.relationship = r.id AND c.state IN ('OPEN', 'REQUESTED') "
                        + "WHERE r.seller = ? AND r.customer = ? AND r.state <> 'EXITED'")
                .bind(0, seller.value()).bind(1, customer.value()).map(UsageOwners::row).list();
    }

    /** Marks what was counted into as changed, so that work based on the usage before is done again. */
    public static void touch(Handle handle, Owner owner, Optional<Instant> due) {
        if (owner.openCycle().isEmpty()) {
            handle.execute("UPDATE relationship SET revision = revision + 1 WHERE seller = ? AND id = ?",
                    owner.seller().value(), Uuids.bytes(owner.relationship().value()));
            return;
        }
        long earliest = due.map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
        handle.execute("UPDATE cycle SET revision = revision + 1, "
                        + "due_at = CASE WHEN ? < coalesce(due_at, ?) THEN ? ELSE due_at END WHERE seller = ? AND id = ?",
                earliest, Long.MAX_VALUE, earliest, owner.seller().value(),
                Uuids.bytes(owner.openCycle().get().value()));
    }

    private static Owner row(ResultSet row, StatementContext context) throws SQLException {
        Columns c = new Columns(row);
        boolean open = "OPEN".equals(row.getString("state"));
        return new Owner(new SellerId(c.text("seller")), new RelationshipId(c.uuid("relationship")),
                new OfferingId(c.text("offering")), Money.ofMinor(row.getLong("credit"), c.text("currency")),
                open ? c.maybeUuid("cycle").map(CycleId::new) : Optional.empty(), row.getInt("offering_version"));
    }
}
