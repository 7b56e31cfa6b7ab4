package org.parley.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.itests.kit.Api;
import org.parley.itests.kit.Await;
import org.parley.itests.kit.Command;
import org.parley.itests.kit.FreePorts;
import org.parley.itests.kit.ParleyServer;
import org.parley.itests.load.Events;
import org.parley.itests.load.Timelines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What {@code bin/parley} does with servers and data folders, and how it says no. */
class LifecycleIT {

    private static final String USAGE = "org.parley.usage";
    private static final int STOPPED = 3;
    private static final int MISUSED = 2;

    @TempDir
    private Path folder;

    @Test
    void aDataFolderIsOneFolderThatMovesWithItsKeyAndItsEvents() throws IOException {
        Events events = new Events("urn:moved", 1);
        try (ParleyServer server = ParleyServer.start(folder)) {
            String key = server.adminKey();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(server.data().resolve("admin-key"))))
                    .isEqualTo("rw-------");
            Await.until("the key is shown", Duration.ofSeconds(30),
                    () -> Files.readString(server.output()).contains(key));
            server.api().post("/events", "application/cloudevents+json", events.event(1)).expect(200);
            assertThat(server.command().run("status", "--data", server.data().toString()).output())
                    .contains("running", "ready", String.valueOf(server.port()));

            secondStartIsRefused(server);

            server.stop();
            Command.Result status = server.command().run("status", "--data", server.data().toString());
            assertThat(status.exit()).as(status.output()).isEqualTo(STOPPED);

            server.moveData(folder.resolve("elsewhere"));
            server.start();
            assertThat(server.adminKey()).isEqualTo(key);
            assertThat(Files.readString(server.output())).as("the key is shown once").containsOnlyOnce(key);
            assertThat(new Timelines(server.api()).idsOnceThereAre(1, events.customer(1), USAGE)).hasSize(1);

            server.kill();
            assertThat(server.command().run("status", "--data", server.data().toString()).exit()).isEqualTo(STOPPED);
            server.start();
            assertThat(new Timelines(server.api()).idsOnceThereAre(1, events.customer(1), USAGE)).hasSize(1);
        }
    }

    @Test
    void nobodyIsToldWhileTheServerStartsThatThereIsNothing() throws IOException {
        try (ParleyServer server = ParleyServer.start(folder)) {
            Api customer = server.api();
            Set<Integer> answers = new TreeSet<>();
            server.stop();
            server.launch();
            Await.until("requests are served", Duration.ofMinutes(2), () -> {
                knock(customer, answers);
                return answers.contains(200);
            });
            assertThat(answers).as("a client takes another status as the last word").containsOnly(200);
            assertThat(customer.get("/health/ready").status()).isEqualTo(200);
        }
    }

    /** Asks each kind of resource; nobody may be listening yet. */
    private static void knock(Api customer, Set<Integer> answers) {
        try {
            for (String path : List.of("/reports", "/strategies", "/events", "/event-types", "/meters", "/seller")) {
                answers.add(customer.get(path).status());
            }
        } catch (UncheckedIOException e) {
            // Not listening, or not any more.
        }
    }

    private static void secondStartIsRefused(ParleyServer server) {
        Command.Result second = server.command().run("start", "--data", server.data().toString(), "--port",
                String.valueOf(FreePorts.next()));
        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.output()).contains("already runs on", server.data().toString());
        assertThat(server.api().get("/health/ready").status()).isEqualTo(200);
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            Command.Result result = new Command().run("start", "--data", folder.resolve("data").toString(),
                    "--port", port);
            assertThat(result.exit()).isEqualTo(1);
            assertThat(result.output()).contains(port, "taken", "--port");
        }
    }

    @Test
    void misuseIsToldApartFromFailure() {
        Command command = new Command();
        assertThat(command.run("sing").exit()).isEqualTo(MISUSED);
        assertThat(command.run("start", "--port", "eight").exit()).isEqualTo(MISUSED);
        assertThat(command.run("start", "--port", "70000").exit()).isEqualTo(MISUSED);
        assertThat(command.run("help").exit()).isZero();
        assertThat(command.run("status", "--data", folder.resolve("none").toString()).exit()).isEqualTo(STOPPED);
        assertThat(command.run("stop", "--data", folder.resolve("none").toString()).exit()).isZero();
        assertThat(folder.resolve("none")).as("asking makes no folder").doesNotExist();
    }

    @Test
    void theDistributionNeedsNoMavenRepository() throws IOException {
        Path settings = new Command().distribution().resolve("etc/org.ops4j.pax.url.mvn.cfg");
        String remote = Files.readAllLines(settings).stream()
                .filter(line -> line.startsWith("org.ops4j.pax.url.mvn.repositories")).findFirst().orElse("");
        assertThat(remote).as("repositories that would be asked").doesNotContain("http");
    }
}
