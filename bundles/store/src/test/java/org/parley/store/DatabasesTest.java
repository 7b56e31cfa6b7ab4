package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.common.Fault;
import org.parley.common.InvalidInput;
import org.parley.store.testing.OnEachEngine;
import org.parley.store.testing.TestDatabases;

@OnEachEngine
class DatabasesTest {

    private static final Migration FIRST = Migration.alike(1, "goods", """
            CREATE TABLE good (id TEXT PRIMARY KEY, price INTEGER NOT NULL);
            INSERT INTO good VALUES ('a', 10);
            """);
    private static final Migration SECOND = Migration.alike(2, "colour", """
            ALTER TABLE good ADD COLUMN colour TEXT;
            UPDATE good SET colour = 'red', price = price + 1;
            """);

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private Databases databases;

    @BeforeEach
    void prepare() {
        databases = TestDatabases.in(folder, engine);
    }

    @Test
    void appliesEachMigrationOnce() {
        databases.open("shop", List.of(FIRST)).close();
        assertThat(priceOfA(List.of(FIRST))).isEqualTo(10);
        assertThat(priceOfA(List.of(FIRST, SECOND))).isEqualTo(11);
        assertThat(priceOfA(List.of(FIRST, SECOND))).isEqualTo(11);
    }

    @Test
    void takesMigrationsInAnyOrderAndAppliesThemByVersion() {
        assertThat(priceOfA(List.of(SECOND, FIRST))).isEqualTo(11);
    }

    @Test
    void refusesADatabaseOfANewerModuleAndLeavesItAlone() {
        databases.open("shop", List.of(FIRST, SECOND)).close();

        assertThatThrownBy(() -> databases.open("shop", List.of(FIRST)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining(" is at version 2, but this module only knows versions up to 1");
        assertThat(priceOfA(List.of(FIRST, SECOND))).isEqualTo(11);
    }

    @Test
    void refusesAnAppliedMigrationThatWasChanged() {
        databases.open("shop", List.of(FIRST)).close();
        Migration changed = Migration.alike(1, "goods", "CREATE TABLE good (id TEXT);");

        assertThatThrownBy(() -> databases.open("shop", List.of(changed)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("checksum mismatch");
    }

    @Test
    void aFailedMigrationLeavesNothingBehindAndTheDatabaseCanBeOpenedAgain() {
        Migration broken = Migration.alike(2, "broken", "CREATE TABLE half (id TEXT); CREATE NONSENSE;");

        assertThatThrownBy(() -> databases.open("shop", List.of(FIRST, broken)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("shop");
        try (Database shop = databases.open("shop", List.of(FIRST, SECOND))) {
            assertThat(tables(shop)).contains("good").doesNotContain("half");
        }
    }

    @Test
    void refusesTwoMigrationsOfOneVersion() {
        assertThatThrownBy(() -> databases.open("shop", List.of(FIRST, FIRST))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void refusesToOpenTwiceAtATime() {
        try (Database first = databases.open("shop", List.of(FIRST))) {
            assertThatThrownBy(() -> databases.open("shop", List.of(FIRST)))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("'shop' is open already");
            assertThat(tables(first)).contains("good");
        }
        databases.open("shop", List.of(FIRST)).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Shop", "1shop", "../shop", "shop.db", "shop/a", "shop a", "a23456789012345678901234567890123456789012"})
    void refusesNamesThatAreNotAModules(String name) {
        assertThatThrownBy(() -> databases.open(name, List.of(FIRST))).isInstanceOf(InvalidInput.class);
        
    }

    private int priceOfA(List<Migration> migrations) {
        try (Database shop = databases.open("shop", migrations)) {
            return shop.read(h -> h.select("SELECT price FROM good WHERE id = 'a'").mapTo(Integer.class).one());
        }
    }

    private List<String> tables(Database database) {
        return database.read(h -> h.select((engine == Engine.SQLITE
                ? "SELECT name FROM sqlite_schema" : "SELECT tablename FROM pg_tables WHERE schemaname = 'shop'")).mapTo(String.class).list());
    }
}
