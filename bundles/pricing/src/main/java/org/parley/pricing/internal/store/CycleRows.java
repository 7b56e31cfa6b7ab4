package org.parley.pricing.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.parley.common.CustomerId;
import org.parley.common.Money;
import org.parley.common.SellerId;
import org.parley.common.Values;
import org.parley.pricing.api.CycleId;
import org.parley.pricing.api.OfferingId;
import org.parley.pricing.api.PolicyId;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.ReasonClaim;
import org.parley.pricing.api.RelationshipId;
import org.parley.pricing.api.Suggestion;
import org.parley.pricing.internal.Answer;
import org.parley.pricing.internal.Cycle;
import org.parley.pricing.internal.CycleState;
import org.parley.pricing.internal.CycleTimes;
import org.parley.pricing.internal.Origin;
import org.parley.pricing.internal.Period;
import org.parley.pricing.internal.TermsKey;

/** Reads cycles. */
public final class CycleRows {

    /** A cycle that is due. */
    public record Due(SellerId seller, String id, Instant at, CycleState state) {}

    private CycleRows() {}

    public static Optional<Cycle> find(Handle handle, SellerId seller, String id) {
        return Uuids.known(id).flatMap(bytes -> handle.createQuery("SELECT * FROM cycle WHERE seller = ? AND id = ?")
                .bind(0, seller.value()).bind(1, bytes).map(CycleRows::row).findOne());
    }

    /** The relationship's cycle that is open or waits for its price. */
    public static Optional<Cycle> findCurrent(Handle handle, SellerId seller, RelationshipId relationship) {
        return handle.createQuery("SELECT * FROM cycle" + Dialect.of(handle).indexedBy("cycle_current")
                        + " WHERE seller = ? AND relationship = ? AND state IN ('OPEN', 'REQUESTED')")
                .bind(0, seller.value()).bind(1, Uuids.bytes(relationship.value())).map(CycleRows::row).findOne();
    }

    /** A relationship's cycles, newest first. */
    public static List<Cycle> ofRelationship(Handle handle, SellerId seller, RelationshipId relationship,
            Optional<String> before, int limit) {
        String bound = before.isPresent() ? " AND id < :before" : "";
        var query = handle.createQuery("SELECT * FROM cycle" + Dialect.of(handle).indexedBy("cycle_of_relationship")
                        + " WHERE seller = :seller AND relationship = :relationship"
                        + bound + " ORDER BY id DESC LIMIT :limit")
                .bind("seller", seller.value())
                .bind("relationship", Uuids.bytes(relationship.value()))
                .bind("limit", limit);
        before.ifPresent(id -> query.bind("before", Uuids.known(id).orElse(new byte[0])));
        return query.map(CycleRows::row).list();
    }

    /** What is due up to a time, in the order in which it falls due. */
    public static List<Due> due(Handle handle, SellerId seller, Instant upTo, int limit) {
        return handle.createQuery("SELECT id, due_at, state FROM cycle WHERE seller = ? AND due_at <= ? "
                        + "ORDER BY due_at, id LIMIT ?")
                .bind(0, seller.value()).bind(1, upTo.toEpochMilli()).bind(2, limit)
                .map((row, context) -> new Due(seller, Uuids.text(row.getBytes("id")),
                        Instant.ofEpochMilli(row.getLong("due_at")), CycleState.valueOf(row.getString("state"))))
                .list();
    }

    /** The sellers that have anything that falls due some time. */
    public static List<SellerId> sellersWithDue(Handle handle) {
        return handle.createQuery("SELECT DISTINCT seller FROM cycle WHERE due_at IS NOT NULL")
                .map((row, context) -> new SellerId(row.getString(1))).list();
    }

    private static Cycle row(ResultSet row, StatementContext context) throws SQLException {
        Columns c = new Columns(row);
        Optional<String> source = c.maybeText("source");
        TermsKey terms = new TermsKey(new OfferingId(c.text("offering")), row.getInt("offering_version"),
                new PolicyId(c.text("policy")), row.getInt("policy_version"));
        return new Cycle(new SellerId(c.text("seller")), new CycleId(c.uuid("id")),
                c.maybeUuid("relationship").map(RelationshipId::new), c.maybeText("customer").map(CustomerId::new), terms,
                c.maybeText("item"), CycleState.valueOf(c.text("state")),
                new CycleTimes(c.time("opened_at"), c.maybeTime("ended_at"), c.maybeTime("due_at"),
                        c.maybeTime("closed_at"), c.maybeTime("resuggested_at")),
                c.maybeMoney("reference"), suggestion(c), answer(c),
                source.isPresent() ? Optional.of(new Origin(source.get(), c.text("external_id"))) : Optional.empty(),
                period(row), row.getLong("revision"));
    }

    private static Optional<Period> period(ResultSet row) throws SQLException {
        row.getLong("since_at");
        return row.wasNull() ? Optional.empty() : Optional.of(UsageOwners.period(row));
    }

    private static Optional<Suggestion> suggestion(Columns c) throws SQLException {
        Optional<Money> reference = c.maybeMoney("reference");
        Optional<Money> amount = c.maybeMoney("suggested");
        return amount.isEmpty() ? Optional.empty() : Optional.of(new Suggestion(amount.get(),
                c.row().getInt("binding") == 1,
                c.maybeText("suggestion").map(Stored::explanation)
                        .orElseGet(() -> Stored.ofReference(reference.orElse(amount.get())))));
    }

    private static Optional<Answer> answer(Columns c) throws SQLException {
        Optional<Money> price = c.maybeMoney("price");
        if (price.isEmpty()) {
            return Optional.empty();
        }
        List<ReasonClaim> reasons = c.maybeText("reasons").map(text -> Stored.list(text).stream()
                .map(Values.class::cast)
                .map(each -> new ReasonClaim(each.text("code").orElseThrow(), each.decimal("share")))
                .toList()).orElse(List.of());
        return Optional.of(new Answer(new PriceResponse(PriceResponse.Kind.valueOf(c.text("kind")), price.get(), reasons,
                c.maybeMoney("worth")), c.maybeText("comment")));
    }
}
