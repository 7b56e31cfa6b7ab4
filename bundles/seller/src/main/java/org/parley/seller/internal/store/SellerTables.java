package org.parley.seller.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.parley.common.SellerId;
import org.parley.seller.api.Role;
import org.parley.store.Database;
import org.parley.store.Databases;
import org.parley.store.Migrations;

/** All SQL of this module. */
@Component(service = SellerTables.class)
public final class SellerTables {

    private final Database database;

    @Activate
    public SellerTables(@Reference Databases databases) {
        this.database = databases.open("seller", Migrations.from(SellerTables.class, "V1__sellers_and_keys.sql"));
    }

    @Deactivate
    public void close() {
        database.close();
    }

    /** Runs several of this class's writes as one transaction. */
    public void atomically(Runnable writes) {
        database.execute(handle -> writes.run());
    }

    public List<SellerRow> sellers() {
        return database.read(handle -> handle.createQuery("SELECT id, sandbox, time_zone FROM seller ORDER BY created, id")
                .map((row, context) -> seller(row)).list());
    }

    public List<KeyRow> keys() {
        return database.read(handle -> handle
                .createQuery("SELECT id, seller, hash, roles, created, revoked FROM api_key ORDER BY created, id")
                .map((row, context) -> key(row)).list());
    }

    public void insert(SellerRow seller, Instant at) {
        database.execute(handle -> handle.createUpdate("INSERT INTO seller (id, sandbox, time_zone, created)"
                        + " VALUES (:id, :sandbox, :zone, :at)")
                .bind("id", seller.id().value())
                .bind("sandbox", seller.sandbox().map(Instant::toString).orElse(null))
                .bind("zone", seller.zone().getId())
                .bind("at", at.toEpochMilli())
                .execute());
    }

    public void insert(KeyRow key) {
        database.execute(handle -> insert(handle, key));
    }

    public void moveTo(SellerId seller, Instant to) {
        database.execute(handle -> handle.createUpdate("UPDATE seller SET sandbox = :to WHERE id = :seller")
                .bind("seller", seller.value()).bind("to", to.toString()).execute());
    }

    public void setZone(SellerId seller, ZoneId zone) {
        database.execute(handle -> handle.createUpdate("UPDATE seller SET time_zone = :zone WHERE id = :seller")
                .bind("seller", seller.value()).bind("zone", zone.getId()).execute());
    }

    public void revoke(SellerId seller, String keyId, Instant at) {
        database.execute(handle -> handle
                .createUpdate("UPDATE api_key SET revoked = :at WHERE seller = :seller AND id = :id AND revoked IS NULL")
                .bind("seller", seller.value()).bind("id", keyId).bind("at", at.toEpochMilli()).execute());
    }

    private static void insert(Handle handle, KeyRow key) {
        handle.createUpdate("INSERT INTO api_key (id, seller, hash, roles, created) VALUES (:id, :seller, :hash, :roles, :at)")
                .bind("id", key.id())
                .bind("seller", key.seller().value())
                .bind("hash", key.hash())
                .bind("roles", key.roles().stream().map(Role::name).sorted().collect(Collectors.joining(",")))
                .bind("at", key.created().toEpochMilli())
                .execute();
    }

    private static SellerRow seller(ResultSet row) throws SQLException {
        return new SellerRow(new SellerId(row.getString("id")), Optional.ofNullable(row.getString("sandbox")).map(Instant::parse),
                ZoneId.of(row.getString("time_zone")));
    }

    private static KeyRow key(ResultSet row) throws SQLException {
        Set<Role> roles = Stream.of(row.getString("roles").split(",")).map(Role::valueOf).collect(Collectors.toSet());
        long revoked = row.getLong("revoked");
        Optional<Instant> revokedAt = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(revoked));
        return new KeyRow(row.getString("id"), new SellerId(row.getString("seller")), row.getString("hash"), roles,
                Instant.ofEpochMilli(row.getLong("created")), revokedAt);
    }
}
