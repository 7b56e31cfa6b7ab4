package org.parley.pricing.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.parley.common.CustomerId;
import org.parley.common.SellerId;
import org.parley.pricing.internal.Fact;

/** Facts that the journal has not been told yet. */
public final class OutboxRows {

    /** A fact and its place in the outbox. */
    public record Waiting(long position, Fact fact) {}

    private OutboxRows() {}

    /** The oldest facts that wait. */
    public static List<Waiting> first(Handle handle, int limit) {
        return handle.createQuery("SELECT * FROM outbox ORDER BY position LIMIT ?").bind(0, limit)
                .map(OutboxRows::row).list();
    }

    public static long count(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM outbox").mapTo(Long.class).one();
    }

    /** Forgets the facts up to this one; the journal has them. */
    public static void removeThrough(Handle handle, long position) {
        handle.execute("DELETE FROM outbox WHERE position <= ?", position);
    }

    private static Waiting row(ResultSet row, StatementContext context) throws SQLException {
        Columns c = new Columns(row);
        return new Waiting(row.getLong("position"), new Fact(Uuids.uuid(row.getBytes("id")), new SellerId(c.text("seller")),
                c.text("type"), c.maybeText("customer").map(CustomerId::new), Instant.ofEpochMilli(row.getLong("time")),
                c.text("data")));
    }
}
