package org.parley.seller.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.common.ErrorCode;
import org.parley.common.Fault;
import org.parley.common.InvalidInput;
import org.parley.common.SellerId;
import org.parley.common.StateConflict;
import org.parley.seller.api.ApiKeys.NewKey;
import org.parley.seller.api.Caller;
import org.parley.seller.api.Role;
import org.parley.seller.api.TimeZones;
import org.parley.seller.internal.store.SellerTables;
import org.parley.store.Database;
import org.parley.store.Engine;
import org.parley.store.Migrations;
import org.parley.store.testing.OnEachEngine;
import org.parley.store.testing.TestDatabases;

@OnEachEngine
class SellerModuleTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final SellerId SHOP = new SellerId("shop");
    private static final SellerId OTHER = new SellerId("other");

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private SellerTables tables;
    private Sellers sellers;
    private KeyRing keys;

    @BeforeEach
    void open() {
        tables = new SellerTables(TestDatabases.in(folder, engine));
        sellers = new Sellers(tables, InstantSource.fixed(NOW));
        keys = new KeyRing(tables, sellers, InstantSource.fixed(NOW));
    }

    @AfterEach
    void close() {
        tables.close();
    }

    private void restart() {
        close();
        open();
    }

    private String firstStart(Path data, boolean sandbox) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FirstStart(data, sandbox, tables, InstantSource.fixed(NOW), new PrintStream(out, true, StandardCharsets.UTF_8));
        restart();
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aTimeZoneIsKept() {
        sellers.create(SHOP, false, ZoneId.of("Asia/Kolkata"));
        sellers.create(OTHER, true, ZoneOffset.UTC);
        sellers.setZone(OTHER, ZoneId.of("Europe/Berlin"));
        sellers.moveTo(OTHER, NOW.plusSeconds(60));

        restart();
        assertThat(sellers.zone(SHOP)).isEqualTo(ZoneId.of("Asia/Kolkata"));
        assertThat(sellers.zone(OTHER)).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(sellers.now(OTHER)).isEqualTo(NOW.plusSeconds(60));
        sellers.setZone(OTHER, ZoneId.of("UTC"));
        assertThat(sellers.now(OTHER)).as("the clock is not touched").isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void theFirstSellersZoneHasAnIanaName() {
        firstStart(folder, false);
        assertThat(sellers.zone(FirstStart.SELLER).getId()).isEqualTo("UTC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Berlin", "", "+02:00", "europe/berlin", "CEST"})
    void whatIsNoIanaNameIsNoTimeZone(String name) {
        assertThatThrownBy(() -> TimeZones.parse("timeZone", name)).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("'" + name + "'").hasMessageContaining("Europe/Berlin");
    }

    @Test
    void knowsTheHolderOfAKeyAlsoAfterARestart() {
        sellers.create(SHOP, false, ZoneOffset.UTC);
        NewKey key = keys.create(SHOP, Set.of(Role.INGEST, Role.STAFF));
        Caller caller = new Caller(SHOP, key.keyId(), Set.of(Role.INGEST, Role.STAFF));

        assertThat(keys.authenticate(key.secret())).contains(caller);
        restart();
        assertThat(keys.authenticate(key.secret())).contains(caller);
        assertThat(keys.authenticate(key.secret() + "x")).isEmpty();
        assertThat(keys.authenticate(key.keyId())).isEmpty();
    }

    @Test
    void keepsNoSecret() {
        sellers.create(SHOP, false, ZoneOffset.UTC);
        NewKey key = keys.create(SHOP, Set.of(Role.ADMIN));
        close();
        String rows;
        try (Database database = TestDatabases.in(folder, engine).open("seller",
                Migrations.from(SellerTables.class, "V1__sellers_and_keys.sql"))) {
            rows = database.read(handle -> handle.select("SELECT * FROM api_key").mapToMap().list().toString());
        }
        open();
        assertThat(rows).contains(key.keyId())
                .doesNotContain(key.secret().substring(Secrets.PREFIX.length()));
        assertThat(key.secret()).matches("parley_[A-Za-z0-9_-]{43}");
    }

    @Test
    void refusesARevokedKeyAtOnceAndForEver() {
        sellers.create(SHOP, false, ZoneOffset.UTC);
        NewKey key = keys.create(SHOP, Set.of(Role.ANALYST));
        keys.revoke(SHOP, key.keyId());
        assertThat(keys.authenticate(key.secret())).isEmpty();
        restart();
        assertThat(keys.authenticate(key.secret())).isEmpty();
        keys.revoke(SHOP, key.keyId());
        assertThat(keys.of(SHOP)).singleElement().satisfies(row -> assertThat(row.revoked()).contains(NOW));
    }

    @Test
    void revokesOnlyTheSellersOwnKeys() {
        sellers.create(SHOP, false, ZoneOffset.UTC);
        sellers.create(OTHER, false, ZoneOffset.UTC);
        NewKey key = keys.create(SHOP, Set.of(Role.STAFF));
        keys.revoke(OTHER, key.keyId());
        assertThat(keys.authenticate(key.secret())).isPresent();
        assertThat(keys.of(OTHER)).isEmpty();
    }

    @Test
    void keepsTheLastAdminKey() {
        sellers.create(SHOP, false, ZoneOffset.UTC);
        NewKey first = keys.create(SHOP, Set.of(Role.ADMIN));
        assertThatThrownBy(() -> keys.revoke(SHOP, first.keyId())).isInstanceOf(StateConflict.class);
        keys.create(SHOP, Set.of(Role.ADMIN));
        keys.revoke(SHOP, first.keyId());
        assertThat(keys.authenticate(first.secret())).isEmpty();
    }

    @Test
    void makesNoKeyWithoutARoleOrASeller() {
        assertThatThrownBy(() -> keys.create(SHOP, Set.of(Role.ADMIN))).isInstanceOf(StateConflict.class);
        sellers.create(SHOP, false, ZoneOffset.UTC);
        assertThatThrownBy(() -> keys.create(SHOP, Set.of())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> RoleNames.parse(List.of("admin", "boss"))).hasMessageContaining("'boss'");
    }

    @Test
    void theSandboxClockStandsStillUntilItIsMovedForward() {
        sellers.create(SHOP, true, ZoneOffset.UTC);
        sellers.create(OTHER, false, ZoneOffset.UTC);
        Instant later = NOW.plusSeconds(86_400).plusNanos(1);
        sellers.moveTo(SHOP, later);
        assertThat(sellers.now(SHOP)).isEqualTo(later);
        restart();
        assertThat(sellers.now(SHOP)).isEqualTo(later);
        assertThat(sellers.isSandbox(SHOP)).isTrue();
        assertThat(sellers.liveSellers()).containsExactly(OTHER);
        assertThatThrownBy(() -> sellers.moveTo(SHOP, NOW)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> sellers.moveTo(OTHER, later)).isInstanceOfSatisfying(StateConflict.class,
                e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_SANDBOX));
    }

    @Test
    void theFirstStartMakesASellerAndShowsItsKeyOnce() throws Exception {
        String told = firstStart(folder, true);
        String secret = Files.readString(folder.resolve("admin-key")).strip();
        assertThat(told.lines()).hasSize(2).last().isEqualTo("    " + secret);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("admin-key")))).isEqualTo("rw-------");
        assertThat(keys.authenticate(secret)).map(Caller::seller).contains(FirstStart.SELLER);
        assertThat(sellers.isSandbox(FirstStart.SELLER)).isTrue();
        assertThat(firstStart(folder, true)).isEmpty();
        assertThat(keys.authenticate(secret)).isPresent();
    }

    @Test
    void aFirstStartThatCannotWriteTheKeyLeavesNoSeller() throws Exception {
        Path file = Files.createFile(folder.resolve("no-folder"));
        assertThatThrownBy(() -> firstStart(file, false)).isInstanceOf(Fault.class);
        assertThat(tables.sellers()).isEmpty();
        assertThat(firstStart(folder, false)).isNotEmpty();
    }
}
