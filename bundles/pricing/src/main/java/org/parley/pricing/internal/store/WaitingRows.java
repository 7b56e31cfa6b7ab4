package org.parley.pricing.internal.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.parley.common.CustomerId;
import org.parley.common.SellerId;
import org.parley.pricing.api.RelationshipId;
import org.parley.pricing.api.UsageLine;
import org.parley.pricing.internal.Moment;
import org.parley.pricing.internal.usage.UsageEvent;

/** Usage events that no sum can take yet. */
public final class WaitingRows {

    /** One event that waits. */
    public record Waiting(Moment moment, String source, String id, UsageLine line) {

        /** The event again, as that of this customer. */
        public UsageEvent event(SellerId seller, CustomerId customer) {
            return new UsageEvent(seller, customer, Optional.empty(), moment, source, id, Optional.of(line), "");
        }
    }

    /** The event that has waited longest, and for whom. */
    public record First(RelationshipId relationship, Instant time) {}

    private WaitingRows() {}

    public static void insert(Handle handle, SellerId seller, RelationshipId relationship, UsageEvent event) {
        UsageLine line = event.line().orElseThrow();
        handle.execute("INSERT INTO waiting_usage (seller, relationship, time, position, source, id, unit, quantity) "
                        + "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                seller.value(), Uuids.bytes(relationship.value()), event.moment().millis(), event.moment().position(),
                event.source(), event.id(), line.unit(), line.quantity().toPlainString());
    }

    public static void delete(Handle handle, SellerId seller, RelationshipId relationship, Moment moment) {
        handle.execute("DELETE FROM waiting_usage WHERE seller = ? AND relationship = ? AND time = ? AND position = ?",
                seller.value(), Uuids.bytes(relationship.value()), moment.millis(), moment.position());
    }

    /** The relationship's events up to a time, in order. */
    public static List<Waiting> of(Handle handle, SellerId seller, RelationshipId relationship, Instant upTo, int limit) {
        return handle.createQuery("SELECT * FROM waiting_usage WHERE seller = ? AND relationship = ? AND time <= ? "
                        + "ORDER BY time, position LIMIT ?")
                .bind(0, seller.value()).bind(1, Uuids.bytes(relationship.value())).bind(2, upTo.toEpochMilli())
                .bind(3, limit).map(WaitingRows::row).list();
    }

    /** The seller's first event up to a time. */
    public static Optional<First> first(Handle handle, SellerId seller, Instant upTo) {
        return handle.createQuery("SELECT relationship, time FROM waiting_usage WHERE seller = ? AND time <= ? "
                        + "ORDER BY time LIMIT 1")
                .bind(0, seller.value()).bind(1, millis(upTo))
                .map((row, context) -> new First(new RelationshipId(Uuids.text(row.getBytes(1))),
                        Instant.ofEpochMilli(row.getLong(2)))).findOne();
    }

    public static long count(Handle handle, SellerId seller, RelationshipId relationship) {
        return handle.createQuery("SELECT count(*) FROM waiting_usage WHERE seller = ? AND relationship = ?")
                .bind(0, seller.value()).bind(1, Uuids.bytes(relationship.value())).mapTo(Long.class).one();
    }

    /** The sellers for whom anything waits. */
    public static List<SellerId> sellers(Handle handle) {
        return handle.createQuery("SELECT DISTINCT seller FROM waiting_usage")
                .map((row, context) -> new SellerId(row.getString(1))).list();
    }

    private static long millis(Instant time) {
        return time.equals(Instant.MAX) ? Long.MAX_VALUE : time.toEpochMilli();
    }

    private static Waiting row(ResultSet row, StatementContext context) throws SQLException {
        return new Waiting(new Moment(row.getLong("time"), row.getLong("position")), row.getString("source"),
                row.getString("id"), new UsageLine(row.getString("unit"), new BigDecimal(row.getString("quantity"))));
    }
}
