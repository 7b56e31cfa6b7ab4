package org.parley.pricing.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.parley.common.CustomerId;
import org.parley.common.Money;
import org.parley.common.SellerId;
import org.parley.pricing.api.CycleId;
import org.parley.pricing.api.OfferingId;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.RelationshipId;
import org.parley.pricing.internal.LedgerEntry;

/** Reads the ledger. */
public final class LedgerRows {

    /** Which entries; an absent part lets all through. {@code to} itself is not included. */
    public record Filter(Optional<Instant> from, Optional<Instant> to, Optional<String> offering) {}

    /**
     * What one offering brought in one currency.
     *
     * @param entries  all of them; a make-good is an entry, but no further payment
     * @param payments those that are a cycle's first price
     * @param payers   different customers
     */
    public record Total(OfferingId offering, long entries, long payments, long payers, long anonymousPayments,
            Money total) {}

    private LedgerRows() {}

    /** Entries in the order in which they were written. */
    public static List<LedgerEntry> list(Handle handle, SellerId seller, Filter filter, Optional<String> after, int limit) {
        Query query = handle.createQuery("SELECT * FROM ledger WHERE seller = :seller AND id > :after" + where(filter)
                        + " ORDER BY id LIMIT :limit")
                .bind("after", after.flatMap(Uuids::known).orElse(new byte[0])).bind("limit", limit);
        return bind(query, seller, filter).map(LedgerRows::entry).list();
    }

    public static List<Total> totals(Handle handle, SellerId seller, Filter filter) {
        Query query = handle.createQuery("SELECT offering, currency, count(*) entries, count(*) FILTER (WHERE kind <> 'MAKE_GOOD') payments, "
                + "count(DISTINCT customer) payers, count(*) - count(customer) anonymous, sum(minor) minor FROM ledger WHERE seller = :seller" + where(filter)
                + " GROUP BY offering, currency ORDER BY offering, currency");
        return bind(query, seller, filter).map(LedgerRows::total).list();
    }

    private static String where(Filter filter) {
        return filter.from().map(from -> " AND at >= :from").orElse("")
                + filter.to().map(to -> " AND at < :to").orElse("")
                + filter.offering().map(offering -> " AND offering = :offering").orElse("");
    }

    private static Query bind(Query query, SellerId seller, Filter filter) {
        query.bind("seller", seller.value());
        filter.from().ifPresent(from -> query.bind("from", from.toEpochMilli()));
        filter.to().ifPresent(to -> query.bind("to", to.toEpochMilli()));
        filter.offering().ifPresent(offering -> query.bind("offering", offering));
        return query;
    }

    private static Total total(ResultSet row, StatementContext context) throws SQLException {
        return new Total(new OfferingId(row.getString("offering")), row.getLong("entries"),
                row.getLong("payments"), row.getLong("payers"), row.getLong("anonymous"), Money.ofMinor(row.getLong("minor"), row.getString("currency")));
    }

    private static LedgerEntry entry(ResultSet row, StatementContext context) throws SQLException {
        Columns c = new Columns(row);
        return new LedgerEntry(new SellerId(c.text("seller")), Uuids.uuid(row.getBytes("id")), new CycleId(c.uuid("cycle")),
                c.maybeUuid("relationship").map(RelationshipId::new), c.maybeText("customer").map(CustomerId::new),
                new OfferingId(c.text("offering")), c.maybeText("item"), c.time("at"),
                Money.ofMinor(row.getLong("minor"), c.text("currency")), PriceResponse.Kind.valueOf(c.text("kind")));
    }
}
