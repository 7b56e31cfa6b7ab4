package org.parley.pricing.internal.store;

import java.sql.Connection;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.parley.pricing.api.RelationshipId;
import org.parley.pricing.internal.Changes;
import org.parley.pricing.internal.Fact;
import org.parley.pricing.internal.LedgerEntry;

/** Writes changes, as part of the transaction of its handle, and refuses those that are based on an old revision. */
public final class ChangeWriter {

    private ChangeWriter() {}

    /** @throws StaleRead if a relationship or a cycle is not what it was when the changes were made */
    public static void write(Handle handle, Changes changes) {
        Connection connection = handle.getConnection();
        CycleWriter cycles = new CycleWriter(connection);
        RelationshipWriter relationships = new RelationshipWriter(connection);
        requireAll(relationships.insert(changes.newRelationships), "relationship");
        requireAll(relationships.update(changes.relationships), "relationship");
        requireAll(cycles.update(changes.cycles), "cycle");
        requireAll(cycles.insert(changes.newCycles), "cycle");
        used(connection, changes.used);
        carried(connection, changes.carried);
        requireAll(settled(connection, changes.settled), "waiting usage");
        DecisionRows.insert(connection, changes.decisions);
        ledger(connection, changes.ledger);
        requireAll(imported(connection, changes.imported), "imported payment");
        facts(connection, changes.facts);
    }

    private static void requireAll(int[] counts, String what) {
        if (IntStream.of(counts).anyMatch(count -> count != 1)) {
            throw new StaleRead(what);
        }
    }

    private static void used(Connection connection, List<Changes.Used> used) {
        Statements.each(connection, "INSERT INTO usage (seller, owner, unit, quantity) VALUES (?, ?, ?, ?) "
                        + "ON CONFLICT (seller, owner, unit) DO UPDATE SET quantity = excluded.quantity", used,
                (row, each) -> row.text(each.seller().value()).uuid(each.cycle().value()).text(each.line().unit())
                        .text(each.line().quantity().toPlainString()));
    }

    private static void carried(Connection connection, List<Changes.Carried> carried) {
        Statements.each(connection, "UPDATE usage SET owner = ? WHERE seller = ? AND owner = ?", carried,
                (row, each) -> row.uuid(each.to().value()).text(each.seller().value()).uuid(each.from().value()));
    }

    private static int[] settled(Connection connection, List<Changes.Settled> settled) {
        return Statements.each(connection, "DELETE FROM waiting_usage WHERE seller = ? AND relationship = ? AND time = ? "
                        + "AND position = ?", settled,
                (row, each) -> row.text(each.seller().value()).uuid(each.relationship().value())
                        .number(each.moment().millis()).number(each.moment().position()));
    }

    private static void ledger(Connection connection, List<LedgerEntry> entries) {
        Statements.each(connection, "INSERT INTO ledger (seller, id, cycle, relationship, customer, offering, item, at, "
                        + "minor, currency, kind) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", entries,
                (row, each) -> row.text(each.seller().value()).bytes(Uuids.bytes(each.id())).uuid(each.cycle().value())
                        .maybeUuid(each.relationship().map(RelationshipId::value))
                        .maybeText(each.customer().map(id -> id.value())).text(each.offering().value())
                        .maybeText(each.item()).time(each.at()).number(each.money().minor())
                        .text(each.money().currency().getCurrencyCode()).text(each.kind().name()));
    }

    private static int[] imported(Connection connection, List<Changes.Imported> imported) {
        return Statements.each(connection, "INSERT INTO imported (seller, source, id, fingerprint, cycle) "
                        + "VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", imported,
                (row, each) -> row.text(each.seller().value()).text(each.origin().source()).text(each.origin().id())
                        .bytes(each.fingerprint()).uuid(each.cycle().value()));
    }

    private static void facts(Connection connection, List<Fact> facts) {
        Statements.each(connection, "INSERT INTO outbox (id, seller, type, customer, time, data) "
                        + "VALUES (?, ?, ?, ?, ?, ?)", facts,
                (row, each) -> row.bytes(Uuids.bytes(each.id())).text(each.seller().value()).text(each.type())
                        .maybeText(each.customer().map(id -> id.value())).time(each.time()).text(each.data()));
    }
}
