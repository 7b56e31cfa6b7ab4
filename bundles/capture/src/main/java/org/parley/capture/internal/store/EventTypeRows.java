package org.parley.capture.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.parley.common.SellerId;

/** Published versions of sellers' event types; a version is written once. */
public final class EventTypeRows {

    private static final String NEWEST = "SELECT * FROM event_type t WHERE t.seller = :seller AND t.version = "
            + "(SELECT max(n.version) FROM event_type n WHERE n.seller = t.seller AND n.type = t.type)";

    private EventTypeRows() {}

    /** One published version, its schema as JSON text. */
    public record Row(String type, int version, String schema, Instant published) {}

    /** The newest version of each of a seller's types, by name. */
    public static List<Row> newest(Handle handle, SellerId seller) {
        return handle.createQuery(NEWEST + " ORDER BY t.type").bind("seller", seller.value())
                .map((row, context) -> row(row)).list();
    }

    /** The newest version of one type. */
    public static Optional<Row> newest(Handle handle, SellerId seller, String type) {
        return handle.createQuery(NEWEST + " AND t.type = :type").bind("seller", seller.value()).bind("type", type)
                .map((row, context) -> row(row)).findOne();
    }

    public static Optional<Row> find(Handle handle, SellerId seller, String type, int version) {
        return handle.createQuery("SELECT * FROM event_type WHERE seller = :seller AND type = :type AND version = :version")
                .bind("seller", seller.value()).bind("type", type).bind("version", version)
                .map((row, context) -> row(row)).findOne();
    }

    public static void insert(Handle handle, SellerId seller, Row row) {
        handle.createUpdate("INSERT INTO event_type (seller, type, version, schema, published_at) "
                        + "VALUES (:seller, :type, :version, :schema, :published)")
                .bind("seller", seller.value()).bind("type", row.type()).bind("version", row.version())
                .bind("schema", row.schema()).bind("published", row.published().toEpochMilli()).execute();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getString("type"), row.getInt("version"), row.getString("schema"),
                Instant.ofEpochMilli(row.getLong("published_at")));
    }
}
