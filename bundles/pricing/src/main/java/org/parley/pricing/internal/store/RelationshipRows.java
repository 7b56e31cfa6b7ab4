package org.parley.pricing.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.parley.pricing.api.PolicyId;
import org.parley.pricing.api.RelationshipId;
import org.parley.pricing.api.RelationshipState;
import org.parley.pricing.api.Standing;
import org.parley.pricing.api.Tier;
import org.parley.pricing.internal.Json;
import org.parley.pricing.internal.Position;
import org.parley.pricing.internal.Relationship;

/** Reads relationships. */
public final class RelationshipRows {

    /** Which relationships to list; an absent part lets all through. */
    public record Filter(Optional<String> customer, Optional<String> offering, Optional<String> state) {}

    private RelationshipRows() {}

    public static Optional<Relationship> find(Handle handle, SellerId seller, String id) {
        return Uuids.known(id).flatMap(bytes -> handle.createQuery("SELECT * FROM relationship WHERE seller = ? AND id = ?")
                .bind(0, seller.value()).bind(1, bytes).map(RelationshipRows::row).findOne());
    }

    /** The relationship that is not over. */
    public static Optional<Relationship> findOpen(Handle handle, SellerId seller, CustomerId customer, OfferingId offering) {
        return handle.createQuery("SELECT * FROM relationship" + Dialect.of(handle).indexedBy("relationship_open")
                        + " WHERE seller = ? AND customer = ? AND offering = ? AND state <> 'EXITED'")
                .bind(0, seller.value()).bind(1, customer.value()).bind(2, offering.value())
                .map(RelationshipRows::row).findOne();
    }

    /** All relationships that are not over, of many customers in one go. */
    public static List<Relationship> findOpen(Handle handle, SellerId seller, Iterable<String> customers) {
        Dialect dialect = Dialect.of(handle);
        return handle.createQuery("SELECT r.* FROM " + dialect.eachOf("customers") + " relationship r"
                        + dialect.indexedBy("relationship_open") + " ON r.seller = :seller AND r.customer = j.value AND r.state <> 'EXITED'")
                .bind("customers", JsonList.of(customers)).bind("seller", seller.value())
                .map(RelationshipRows::row).list();
    }

    public static List<Relationship> list(Handle handle, SellerId seller, Filter filter, Optional<String> after, int limit) {
        StringBuilder sql = new StringBuilder("SELECT * FROM relationship");
        // Without it, SQLite may walk through all of the seller's relationships for the sake of their order.
        filter.customer().ifPresent(value -> sql.append(Dialect.of(handle).indexedBy("relationship_of_customer")));
        sql.append(" WHERE seller = :seller AND id > :after");
        filter.customer().ifPresent(value -> sql.append(" AND customer = :customer"));
        filter.offering().ifPresent(value -> sql.append(" AND offering = :offering"));
        filter.state().ifPresent(value -> sql.append(" AND state = :state"));
        Query query = handle.createQuery(sql.append(" ORDER BY id LIMIT :limit").toString())
                .bind("seller", seller.value())
                .bind("after", after.flatMap(Uuids::known).orElse(new byte[0]))
                .bind("limit", limit);
        filter.customer().ifPresent(value -> query.bind("customer", value));
        filter.offering().ifPresent(value -> query.bind("offering", value));
        filter.state().ifPresent(value -> query.bind("state", value));
        return query.map(RelationshipRows::row).list();
    }

    private static Relationship row(ResultSet row, StatementContext context) throws SQLException {
        Columns c = new Columns(row);
        Standing standing = new Standing(RelationshipState.valueOf(c.text("state")), Tier.valueOf(c.text("tier")),
                Money.ofMinor(row.getLong("credit"), c.text("currency")), Json.values(c.text("strategy_state")));
        Position position = new Position(standing, row.getLong("cycles_priced"), row.getInt("provisional") == 1);
        return new Relationship(new SellerId(c.text("seller")), new RelationshipId(c.uuid("id")),
                new CustomerId(c.text("customer")), new OfferingId(c.text("offering")), new PolicyId(c.text("policy")),
                position, c.maybeNumber("reputation"), c.time("started_at"), c.maybeTime("last_priced_at"),
                c.maybeUuid("last_decided").map(CycleId::new), c.maybeText("fallback"), row.getLong("revision"));
    }
}
