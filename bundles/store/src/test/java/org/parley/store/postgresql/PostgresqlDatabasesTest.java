package org.parley.store.postgresql;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.common.ErrorCode;
import org.parley.common.Fault;
import org.parley.common.InvalidInput;
import org.parley.store.Database;
import org.parley.store.Databases;
import org.parley.store.Engine;
import org.parley.store.Migration;
import org.parley.store.testing.TestDatabases;

/** What only PostgreSQL has: its server, its schemas, and others who work in them. */
@Timeout(60)
class PostgresqlDatabasesTest {

    private static final List<Migration> TABLES = List.of(Migration.alike(1, "tables", """
            CREATE TABLE counter (value INTEGER NOT NULL);
            INSERT INTO counter VALUES (0);
            """));

    @TempDir
    Path folder;

    private Databases databases;

    @BeforeEach
    void prepare() {
        databases = TestDatabases.in(folder, Engine.POSTGRESQL);
    }

    private static int value(Database database) {
        return database.read(h -> h.select("SELECT value FROM counter").mapTo(Integer.class).one());
    }

    private static void increment(Database database) {
        database.execute(h -> {
            int value = h.select("SELECT value FROM counter").mapTo(Integer.class).one();
            h.execute("UPDATE counter SET value = ?", value + 1);
        });
    }

    @Test
    void eachModuleHasASchemaOfItsOwn() {
        try (Database shop = databases.open("shop", TABLES); Database till = databases.open("a-till", TABLES)) {
            increment(shop);
            assertThat(value(till)).isZero();
            assertThat(shop.<List<String>>read(h -> h.select("SELECT schemaname FROM pg_tables WHERE tablename = 'counter'"
                    + " ORDER BY 1").mapTo(String.class).list())).containsExactly("a-till", "shop");
        }
    }

    @Test
    void writesWaitForTheDiskAndReadsSeeOneSnapshot() {
        try (Database shop = databases.open("shop", TABLES)) {
            assertThat(shop.<String>write(h -> h.select("SHOW synchronous_commit").mapTo(String.class).one())).isEqualTo("on");
            assertThat(shop.<String>read(h -> h.select("SHOW transaction_isolation").mapTo(String.class).one()))
                    .isEqualTo("repeatable read");
            assertThat(shop.<String>read(h -> h.select("SHOW transaction_read_only").mapTo(String.class).one())).isEqualTo("on");
        }
    }

    @Test
    void twoServersWriteOneAfterTheOther() {
        try (Database one = databases.open("shop", TABLES);
                Database other = TestDatabases.in(folder, Engine.POSTGRESQL).open("shop", TABLES)) {
            CompletableFuture<?>[] writers = List.of(one, other, one, other).stream()
                    .map(database -> CompletableFuture.runAsync(() -> {
                        for (int i = 0; i < 50; i++) {
                            increment(database);
                        }
                    })).toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(writers).join();
            assertThat(value(one)).isEqualTo(200);
        }
    }

    @Test
    void aLostConnectionIsMadeAgain() throws Exception {
        try (Database shop = databases.open("shop", TABLES)) {
            increment(shop);
            assertThat(value(shop)).isEqualTo(1);
            CompletableFuture<Void> cut = CompletableFuture.runAsync(() -> shop.execute(h -> {
                h.execute("UPDATE counter SET value = 9");
                TestDatabases.cutOff(folder);
                h.execute("UPDATE counter SET value = 10");
            }));
            assertThatThrownBy(() -> cut.get(30, SECONDS)).cause().isInstanceOfSatisfying(Fault.class, fault -> {
                assertThat(fault.code()).isEqualTo(ErrorCode.UNAVAILABLE);
                assertThat(fault).hasMessageContaining("the connection was lost").hasMessageContaining("'shop'")
                        .hasMessageNotContaining("jdbc:");
            });
            increment(shop);
            assertThat(value(shop)).isEqualTo(2);
        }
    }

    @Test
    void aConnectionThatWasLostInIdleTimesIsNotNoticed() {
        try (Database shop = databases.open("shop", TABLES)) {
            increment(shop);
            TestDatabases.cutOff(folder);
            increment(shop);
            assertThat(shop.<Integer>write(h -> h.select("SELECT value FROM counter").mapTo(Integer.class).one())).isEqualTo(2);
        }
    }

    @Test
    void aReaderThatIsCutOffIsToldSo() {
        try (Database shop = databases.open("shop", TABLES)) {
            assertThatThrownBy(() -> shop.<Integer>read(h -> {
                h.select("SELECT 1").mapTo(Integer.class).one();
                TestDatabases.cutOff(folder);
                return h.select("SELECT 1").mapTo(Integer.class).one();
            })).isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo(ErrorCode.UNAVAILABLE));
            assertThat(value(shop)).isZero();
        }
    }

    @Test
    void saysWhichServerCannotBeReached() {
        Databases nowhere = new PostgresqlDatabases(
                new PostgresqlServer("jdbc:postgresql://127.0.0.1:1/parley", "parley", "S3cret"));
        assertThatThrownBy(() -> nowhere.open("shop", TABLES))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("127.0.0.1:1/parley")
                .hasStackTraceContaining("refused")
                .satisfies(fault -> assertThat(stackTrace(fault)).doesNotContain("S3cret"));
    }

    private static String stackTrace(Throwable thrown) {
        java.io.StringWriter text = new java.io.StringWriter();
        thrown.printStackTrace(new java.io.PrintWriter(text, true));
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://db/parley?password=x", "jdbc:postgresql://db/parley?ssl=true&PASSWORD=x",
            "jdbc:postgresql://me:x@db/parley", "jdbc:sqlite:x.db", "db:5432"})
    void refusesAddressesThatAreNoneOrHoldASecret(String url) {
        assertThatThrownBy(() -> new PostgresqlServer(url, "parley", "")).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("url");
    }

    @Test
    void neverShowsThePassword() {
        assertThat(new PostgresqlServer("jdbc:postgresql://db/parley", "parley", "S3cret").toString()).doesNotContain("S3cret");
    }
}
