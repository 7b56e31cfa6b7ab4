package org.parley.pricing.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.parley.pricing.api.CycleId;
import org.parley.pricing.api.Standing;
import org.parley.pricing.internal.Json;
import org.parley.pricing.internal.Relationship;

/** Writes relationships. */
record RelationshipWriter(Connection connection) {

    int[] insert(List<Relationship> relationships) {
        return Statements.each(connection, "INSERT INTO relationship (state, tier, credit, strategy_state, provisional, "
                + "reputation, cycles_priced, last_priced_at, last_decided, fallback, revision, seller, id, customer, "
                + "offering, policy, currency, started_at, read_from) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                + "(SELECT coalesce(max(position), 0) FROM reader WHERE name = '" + ReaderPositions.USAGE + "')) "
                + "ON CONFLICT DO NOTHING", relationships, (row, each) -> {
                    changing(row, each).number(0).text(each.seller().value()).uuid(each.id().value())
                            .text(each.customer().value()).text(each.offering().value()).text(each.policy().value())
                            .text(each.position().standing().credit().currency().getCurrencyCode()).time(each.started());
                });
    }

    int[] update(List<Relationship> relationships) {
        return Statements.each(connection, "UPDATE relationship SET state = ?, tier = ?, credit = ?, strategy_state = ?, "
                + "provisional = ?, reputation = ?, cycles_priced = ?, last_priced_at = ?, last_decided = ?, fallback = ?, "
                + "revision = revision + 1 WHERE seller = ? AND id = ? AND revision = ?", relationships,
                (row, each) -> changing(row, each).text(each.seller().value()).uuid(each.id().value())
                        .number(each.revision()));
    }

    private static Statements.Parameters changing(Statements.Parameters row, Relationship each) throws SQLException {
        Standing standing = each.position().standing();
        return row.text(standing.state().name()).text(standing.tier().name()).number(standing.credit().minor())
                .text(Json.text(standing.strategyState())).number(each.position().provisional() ? 1 : 0)
                .maybeReal(each.reputation()).number(each.position().cyclesPriced()).maybeTime(each.lastPriced())
                .maybeUuid(each.lastDecided().map(CycleId::value)).maybeText(each.fallback());
    }
}
