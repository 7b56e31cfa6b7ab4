package org.parley.pricing.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.parley.common.SellerId;
import org.parley.pricing.api.CycleId;
import org.parley.pricing.internal.Decided;
import org.parley.pricing.internal.Json;

/** Decisions, written once and kept for good. */
public final class DecisionRows {

    private DecisionRows() {}

    static void insert(Connection connection, List<Decided> decisions) {
        Statements.each(connection, "INSERT INTO decision (seller, cycle, at, strategy, bundle, bundle_version, "
                + "fallback, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", decisions, (row, each) -> {
                    var by = each.verdict().by();
                    row.text(each.seller().value()).uuid(each.cycle().value()).time(each.at()).text(by.strategy())
                            .maybeText(by.bundle()).maybeText(by.version()).maybeText(by.fallback())
                            .text(DecisionJson.text(each.verdict(), each.brief()));
                });
    }

    /** All decisions about a cycle, in the order they were made. */
    public static List<StoredDecision> of(Handle handle, SellerId seller, CycleId cycle) {
        return handle.createQuery("SELECT * FROM decision WHERE seller = ? AND cycle = ? ORDER BY position")
                .bind(0, seller.value()).bind(1, Uuids.bytes(cycle.value())).map(DecisionRows::row).list();
    }

    private static StoredDecision row(ResultSet row, StatementContext context) throws SQLException {
        Columns c = new Columns(row);
        return new StoredDecision(c.time("at"), c.text("strategy"), c.maybeText("bundle"), c.maybeText("bundle_version"),
                c.maybeText("fallback"), Json.values(c.text("record")));
    }
}
