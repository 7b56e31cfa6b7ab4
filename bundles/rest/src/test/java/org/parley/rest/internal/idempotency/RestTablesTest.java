package org.parley.rest.internal.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.parley.common.SellerId;
import org.parley.rest.internal.store.Answer;
import org.parley.rest.internal.store.AuditEntry;
import org.parley.rest.internal.store.RestTables;
import org.parley.seller.api.Caller;
import org.parley.seller.api.Role;
import org.parley.store.Database;
import org.parley.store.Engine;
import org.parley.store.Migrations;
import org.parley.store.testing.OnEachEngine;
import org.parley.store.testing.TestDatabases;

@OnEachEngine
class RestTablesTest {

    private static final SellerId SHOP = new SellerId("shop");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private RestTables tables;

    @BeforeEach
    void open() {
        tables = new RestTables(TestDatabases.in(folder, engine));
    }

    @AfterEach
    void close() {
        tables.close();
    }

    private static Answer answer(String hash) {
        return new Answer(hash, 201, Map.of("Location", "/x"), "{\"a\":\"ü\"}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void givesBackTheWholeAnswerToItsSellerOnly() {
        tables.keep(SHOP, "k", answer("h"), NOW);
        assertThat(tables.answer(SHOP, "k")).hasValueSatisfying(
                kept -> assertThat(kept).usingRecursiveComparison().isEqualTo(answer("h")));
        assertThat(tables.answer(new SellerId("other"), "k")).isEmpty();
        assertThat(tables.answer(SHOP, "other")).isEmpty();
    }

    @Test
    void keepsAnswersForTwoDays() {
        tables.keep(SHOP, "old", answer("h"), NOW.minus(Duration.ofHours(49)));
        tables.keep(SHOP, "yesterday", answer("h"), NOW.minus(Duration.ofHours(47)));
        tables.keep(SHOP, "new", answer("h"), NOW);
        assertThat(tables.answer(SHOP, "old")).isEmpty();
        assertThat(tables.answer(SHOP, "yesterday")).isPresent();
    }

    @Test
    void theAuditLogIsOnlyAppendedTo() {
        tables.append(new AuditEntry(new Caller(SHOP, "k-1", Set.of(Role.STAFF)), Optional.of("ann"), Optional.empty(), "POST",
                "/api/v1/x", 201, "r-1", NOW));
        tables.close();
        try (Database database = TestDatabases.in(folder, engine).open("rest",
                Migrations.from(RestTables.class, "V1__answers_and_audit.sql"))) {
            assertThat(database.<String>read(handle -> handle.createQuery("SELECT actor FROM audit").mapTo(String.class).one()))
                    .isEqualTo("ann");
            assertThatThrownBy(() -> database.execute(handle -> handle.execute("DELETE FROM audit"))).isInstanceOf(JdbiException.class);
            assertThatThrownBy(() -> database.execute(handle -> handle.execute("UPDATE audit SET actor = 'bob'")))
                    .isInstanceOf(JdbiException.class);
        }
    }

    @Test
    void aKeyIsHeldByOneRequestAtATime() {
        Claims claims = new Claims();
        Runnable release = claims.take(SHOP, "k").orElseThrow();
        assertThat(claims.take(SHOP, "k")).isEmpty();
        assertThat(claims.take(new SellerId("other"), "k")).isPresent();
        release.run();
        assertThat(claims.take(SHOP, "k")).isPresent();
    }

    @Test
    void twoRequestsAreTheSameIfMethodPathAndBodyAre() {
        byte[] body = {1, 2};
        assertThat(RequestHash.of("POST", "/a", body)).isEqualTo(RequestHash.of("POST", "/a", body.clone()))
                .isNotEqualTo(RequestHash.of("PUT", "/a", body))
                .isNotEqualTo(RequestHash.of("POST", "/b", body))
                .isNotEqualTo(RequestHash.of("POST", "/a", new byte[] {1}));
    }
}
