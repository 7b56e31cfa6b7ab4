package org.parley.pricing.internal.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.parley.common.CustomerId;
import org.parley.common.SellerId;
import org.parley.pricing.api.OfferingId;
import org.parley.pricing.internal.Moment;
import org.parley.pricing.internal.Period;
import org.parley.pricing.internal.usage.Claim;
import org.parley.pricing.internal.usage.LateReason;

/** All that was made of usage, row by row, for a check against the journal. */
public final class UsageSnapshot {

    /** A relationship. */
    public record Owner(SellerId seller, UUID id, CustomerId customer, Claim claim) {}

    /** A cycle that owns usage. */
    public record Owned(UUID id, UUID relationship, Period period) {}

    /** A sum; the owner is a cycle, or a relationship for what its next cycle begins with. */
    public record Sum(UUID owner, String unit, BigDecimal quantity) {}

    /** An event that waits. */
    public record Waiting(UUID relationship, Moment moment, String unit, BigDecimal quantity) {}

    /** An event that is listed as late; without unit if it cannot be counted. */
    public record Late(UUID cycle, UUID relationship, LateReason reason, Optional<String> unit, BigDecimal quantity) {}

    private final Handle handle;

    public UsageSnapshot(Handle handle) {
        this.handle = handle;
    }

    /** Relationships, in the order in which they began. */
    public void owners(Consumer<Owner> each) {
        rows("SELECT seller, id, customer, offering, started_at, read_from FROM relationship ORDER BY started_at, id",
                row -> each.accept(new Owner(new SellerId(row.getString("seller")), Uuids.uuid(row.getBytes("id")),
                        new CustomerId(row.getString("customer")), new Claim(new OfferingId(row.getString("offering")),
                        row.getLong("started_at"), row.getLong("read_from")))));
    }

    /** Cycles, of each relationship in the order of their periods. */
    public void cycles(Consumer<Owned> each) {
        rows("SELECT id, relationship, since_at, since_position, ended_at, ended_position FROM cycle "
                + "WHERE since_at IS NOT NULL ORDER BY seller, relationship, since_at, since_position, id",
                row -> each.accept(new Owned(Uuids.uuid(row.getBytes("id")), Uuids.uuid(row.getBytes("relationship")),
                        UsageOwners.period(row))));
    }

    public void sums(Consumer<Sum> each) {
        rows("SELECT owner, unit, quantity FROM usage", row -> each.accept(new Sum(Uuids.uuid(row.getBytes("owner")),
                row.getString("unit"), new BigDecimal(row.getString("quantity")))));
    }

    public void waiting(Consumer<Waiting> each) {
        rows("SELECT relationship, time, position, unit, quantity FROM waiting_usage",
                row -> each.accept(new Waiting(Uuids.uuid(row.getBytes("relationship")),
                        new Moment(row.getLong("time"), row.getLong("position")), row.getString("unit"),
                        new BigDecimal(row.getString("quantity")))));
    }

    public void late(Consumer<Late> each) {
        rows("SELECT cycle, relationship, reason, unit, quantity FROM late_usage", row -> {
            String unit = row.getString("unit");
            each.accept(new Late(Uuids.uuid(row.getBytes("cycle")), Uuids.uuid(row.getBytes("relationship")),
                    LateReason.valueOf(row.getString("reason")), Optional.ofNullable(unit),
                    unit == null ? BigDecimal.ZERO : new BigDecimal(row.getString("quantity"))));
        });
    }

    @FunctionalInterface
    private interface Row {
        void accept(ResultSet row) throws SQLException;
    }

    private void rows(String sql, Row each) {
        handle.createQuery(sql).setFetchSize(1000).map((row, context) -> {
            each.accept(row);
            return true;
        }).forEach(done -> { });
    }
}
