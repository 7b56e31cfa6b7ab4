package org.parley.pricing.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.parley.common.SellerId;
import org.parley.common.Values;
import org.parley.pricing.internal.Json;

/** Published versions of offerings or of policies; a version is written once. */
public record TermsRows(String table) {

    public static final TermsRows OFFERINGS = new TermsRows("offering");
    public static final TermsRows POLICIES = new TermsRows("policy");

    /** One published version. */
    public record Version(String id, int version, Values terms, Instant published) {}

    public Optional<Version> latest(Handle handle, SellerId seller, String id) {
        return handle.createQuery("SELECT * FROM " + table + " WHERE seller = ? AND id = ? ORDER BY version DESC LIMIT 1")
                .bind(0, seller.value()).bind(1, id).map(TermsRows::row).findOne();
    }

    public Optional<Version> find(Handle handle, SellerId seller, String id, int version) {
        return handle.createQuery("SELECT * FROM " + table + " WHERE seller = ? AND id = ? AND version = ?")
                .bind(0, seller.value()).bind(1, id).bind(2, version).map(TermsRows::row).findOne();
    }

    /** The newest version of each, by id. */
    public List<Version> list(Handle handle, SellerId seller, Optional<String> after, int limit) {
        return handle.createQuery("SELECT * FROM " + table + " t WHERE seller = ? AND id > ? AND version = (SELECT max(version) "
                        + "FROM " + table + " v WHERE v.seller = t.seller AND v.id = t.id) ORDER BY id LIMIT ?")
                .bind(0, seller.value()).bind(1, after.orElse("")).bind(2, limit).map(TermsRows::row).list();
    }

    public void insert(Handle handle, SellerId seller, Version version) {
        handle.execute("INSERT INTO " + table + " (seller, id, version, terms, published_at) VALUES (?, ?, ?, ?, ?)",
                seller.value(), version.id(), version.version(), Json.text(version.terms()),
                version.published().toEpochMilli());
    }

    private static Version row(ResultSet row, StatementContext context) throws SQLException {
        Columns c = new Columns(row);
        return new Version(c.text("id"), row.getInt("version"), Json.values(c.text("terms")), c.time("published_at"));
    }
}
