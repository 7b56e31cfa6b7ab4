package org.parley.capture.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.parley.common.SellerId;

/** The SQL of how long events are kept. */
public final class RetentionRows {

    private RetentionRows() {}

    /** How many days the events of one type are kept, and when that was set. */
    public record Row(SellerId seller, String type, int days, Instant setAt) {}

    /** All that is set, by seller and type. What is not set is kept for ever. */
    public static List<Row> all(Handle handle) {
        return handle.createQuery("SELECT seller, type, days, set_at FROM retention ORDER BY seller, type")
                .map((row, context) -> row(row)).list();
    }

    public static void put(Handle handle, Row row) {
        handle.createUpdate("INSERT INTO retention (seller, type, days, set_at) VALUES (:seller, :type, :days, :at) "
                        + "ON CONFLICT (seller, type) DO UPDATE SET days = excluded.days, set_at = excluded.set_at")
                .bind("seller", row.seller().value()).bind("type", row.type()).bind("days", row.days())
                .bind("at", row.setAt().toEpochMilli()).execute();
    }

    public static void delete(Handle handle, SellerId seller, String type) {
        handle.createUpdate("DELETE FROM retention WHERE seller = :seller AND type = :type")
                .bind("seller", seller.value()).bind("type", type).execute();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(new SellerId(row.getString("seller")), row.getString("type"), row.getInt("days"),
                Instant.ofEpochMilli(row.getLong("set_at")));
    }
}
