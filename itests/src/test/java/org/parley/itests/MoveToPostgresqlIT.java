package org.parley.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.parley.itests.kit.Command;
import org.parley.itests.kit.ParleyServer;
import org.parley.itests.kit.Shop;
import org.parley.itests.load.Books;
import org.parley.postgresql.testing.TestPostgresql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A server that began on SQLite goes on with PostgreSQL as if nothing had been. */
class MoveToPostgresqlIT {

    @RegisterExtension
    static final Postgresql POSTGRESQL = new Postgresql();

    @TempDir
    private Path folder;

    @Test
    void whatWasOnSqliteGoesOnOnPostgresql() {
        try (ParleyServer server = ParleyServer.start(folder, "--sandbox")) {
            Shop shop = new Shop(server.api());
            shop.offering("news", "EUR");
            shop.policy("fair", "fairpay", "fixed");
            String relationship = shop.relationship("ada", "news", "fair").get("id").asText();
            String paid = pay(shop, relationship);
            String open = shop.openCycle(relationship);
            JsonNode standing = shop.relationship(relationship);
            JsonNode priced = shop.cycle(paid);
            Books.Sum ledger = new Books(server.api()).ledger("EUR");
            new Books(server.api()).reportOnceItShows(ledger.count(), "EUR");

            assertThat(move(server).exit()).as("while it runs").isNotZero();
            server.stop();
            Map<Path, byte[]> files = databases(server.data());
            Command.Result moved = move(server);
            assertThat(moved.expectSuccess()).contains("every row compared", "pricing.ledger", "engine=postgresql");
            assertThat(databases(server.data())).usingRecursiveComparison().isEqualTo(files);
            assertThat(move(server).exit()).as("into a database that is not empty").isNotZero();

            POSTGRESQL.chooseIn(server.data());
            server.start();
            assertThat(shop.relationship(relationship)).isEqualTo(standing);
            assertThat(shop.cycle(paid)).isEqualTo(priced);
            assertThat(shop.openCycle(relationship)).isEqualTo(open);
            assertThat(new Books(server.api()).ledger("EUR")).isEqualTo(ledger);
            pay(shop, relationship);
            Books.Sum more = new Books(server.api()).ledger("EUR");
            assertThat(more.count()).isEqualTo(ledger.count() + 1);
            assertThat(new Books(server.api()).reportOnceItShows(more.count(), "EUR")).isEqualTo(more);

            server.kill();
            server.start();
            assertThat(new Books(server.api()).ledger("EUR")).isEqualTo(more);
            assertThat(databases(server.data())).usingRecursiveComparison().isEqualTo(files);
        }
    }

    private static String pay(Shop shop, String relationship) {
        String cycle = shop.openCycle(relationship);
        shop.price(cycle, shop.request(cycle).at("/suggested/amount").asText(), "EUR");
        return cycle;
    }

    private static Command.Result move(ParleyServer server) {
        return server.command().run("move-to-postgresql", "--data", server.data().toString(), "--url", POSTGRESQL.url(),
                "--user", TestPostgresql.USER);
    }

    private static Map<Path, byte[]> databases(Path data) {
        Map<Path, byte[]> files = new HashMap<>();
        try (Stream<Path> list = Files.list(data)) {
            for (Path file : list.filter(path -> path.toString().contains(".db")).toList()) {
                files.put(file, Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
