package org.parley.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parley.itests.kit.Await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** The whole loop with all relational data in PostgreSQL. */
class LoopOnPostgresqlIT extends LoopStory {

    @Order(1)
    @RegisterExtension
    static final Postgresql POSTGRESQL = new Postgresql();

    @Order(2)
    @RegisterExtension
    static final Server SERVER = new Server(data -> POSTGRESQL.chooseIn(data), "--sandbox");

    @Override
    Server server() {
        return SERVER;
    }

    @Test
    void nothingRelationalIsKeptInTheDataFolder() throws IOException {
        try (Stream<Path> files = Files.list(SERVER.get().data())) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).contains("journal").noneMatch(name -> name.endsWith(".db"));
        }
    }

    @Test
    void aDatabaseThatRestartedIsFoundAgain() {
        SERVER.api().get("/offerings").expect(200);
        POSTGRESQL.cutOff();
        Await.until("the offerings can be read again", Duration.ofSeconds(30), () -> SERVER.api().get("/offerings").status() == 200);
        SERVER.api().post("/keys", "application/json", "{\"roles\":[\"analyst\"]}").expect(201);
    }
}
