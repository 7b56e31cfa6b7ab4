package org.parley.pricing.internal.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.parley.common.SellerId;
import org.parley.pricing.api.CycleId;
import org.parley.pricing.api.RelationshipId;
import org.parley.pricing.api.UsageLine;
import org.parley.pricing.internal.usage.LateReason;

/** Usage events that are in no cycle's usage, each listed once for good, and their sums by cycle and unit. */
public final class LateRows {

    /**
     * One event.
     *
     * @param line   empty if it cannot be counted
     * @param detail why it is not counted, in words
     */
    public record Late(long position, String source, String id, Instant time, Optional<UsageLine> line, LateReason reason,
            String detail) {}

    /**
     * The sum of one unit.
     *
     * @param unit empty for events that cannot be counted
     */
    public record Total(String unit, long events, BigDecimal quantity) {}

    private LateRows() {}

    public static void insert(Handle handle, SellerId seller, CycleId cycle, RelationshipId relationship, Late late) {
        handle.execute("INSERT INTO late_usage (seller, cycle, position, relationship, source, id, time, unit, quantity, "
                        + "reason, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                seller.value(), Uuids.bytes(cycle.value()), late.position(), Uuids.bytes(relationship.value()),
                late.source(), late.id(), late.time().toEpochMilli(), late.line().map(UsageLine::unit).orElse(null),
                late.line().map(line -> line.quantity().toPlainString()).orElse(null), late.reason().name(), late.detail());
        add(handle, seller, cycle, late.line().map(UsageLine::unit).orElse(""),
                late.line().map(UsageLine::quantity).orElse(BigDecimal.ZERO));
    }

    private static void add(Handle handle, SellerId seller, CycleId cycle, String unit, BigDecimal quantity) {
        BigDecimal before = handle.createQuery("SELECT quantity FROM late_total WHERE seller = ? AND cycle = ? AND unit = ?")
                .bind(0, seller.value()).bind(1, Uuids.bytes(cycle.value())).bind(2, unit)
                .mapTo(String.class).findOne().map(BigDecimal::new).orElse(BigDecimal.ZERO);
        handle.execute("INSERT INTO late_total (seller, cycle, unit, events, quantity) VALUES (?, ?, ?, 1, ?) "
                        + "ON CONFLICT (seller, cycle, unit) DO UPDATE SET events = late_total.events + 1, "
                        + "quantity = excluded.quantity",
                seller.value(), Uuids.bytes(cycle.value()), unit, before.add(quantity).toPlainString());
    }

    /** A cycle's late events, in the order in which they were recorded. */
    public static List<Late> list(Handle handle, SellerId seller, CycleId cycle, long after, int limit) {
        return handle.createQuery("SELECT * FROM late_usage WHERE seller = ? AND cycle = ? AND position > ? "
                        + "ORDER BY position LIMIT ?")
                .bind(0, seller.value()).bind(1, Uuids.bytes(cycle.value())).bind(2, after).bind(3, limit)
                .map(LateRows::row).list();
    }

    /** The sums of a cycle's late events, by unit. */
    public static List<Total> totals(Handle handle, SellerId seller, CycleId cycle) {
        return handle.createQuery("SELECT unit, events, quantity FROM late_total WHERE seller = ? AND cycle = ? ORDER BY unit")
                .bind(0, seller.value()).bind(1, Uuids.bytes(cycle.value()))
                .map((row, context) -> new Total(row.getString(1), row.getLong(2), new BigDecimal(row.getString(3)))).list();
    }

    private static Late row(ResultSet row, StatementContext context) throws SQLException {
        Columns c = new Columns(row);
        Optional<String> unit = c.maybeText("unit");
        return new Late(row.getLong("position"), c.text("source"), c.text("id"), c.time("time"),
                unit.isPresent() ? Optional.of(new UsageLine(unit.get(), new BigDecimal(c.text("quantity")))) : Optional.empty(),
                LateReason.valueOf(c.text("reason")), c.text("detail"));
    }
}
