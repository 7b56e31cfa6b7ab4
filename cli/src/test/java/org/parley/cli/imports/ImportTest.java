package org.parley.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.cli.ExitCode;
import org.parley.cli.Main;

class ImportTest {

    private static final String MAPPING = """
            format: {kind: csv}
            source: urn:test
            setup:
              offerings:
                show: {name: The show, currency: EUR, schedule: {flat: "0.00"}}
              policies:
                open: {strategy: fairpay, parameters: {h: 6}}
            where: {column: kind, not: test}
            cycles:
              id: id
              customer: who
              offering: {constant: show}
              policy: {constant: open}
              time: when
              price: {amount: paid, currency: EUR}
              suggested: {running: {statistic: median, by: [kind], minimumSample: 3}}
            """;

    @TempDir
    private Path folder;
    private final ExactlyOnceServer server = new ExactlyOnceServer();

    @BeforeEach
    void writeKeyAndMapping() throws IOException {
        Files.writeString(folder.resolve("admin-key"), "secret\n");
        Files.writeString(folder.resolve("m.yaml"), MAPPING);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void sendsEachRowOnceWithTheMedianOfTheRowsBeforeIt() throws IOException {
        Path file = csv("a,ann,live,2026-01-01T00:00:00Z,1.00", "b,,live,2026-01-01T00:00:01Z,9.00",
                "c,bob,live,2026-01-01T00:00:02Z,3.00", "x,bob,test,2026-01-01T00:00:02Z,99.00",
                "d,ann,live,2026-01-01T00:00:03+02:00,5.00", "e,ann,late,2026-01-01T00:00:04Z,5.00");
        assertThat(run(file, "--batch", "2")).isEqualTo(ExitCode.DONE);
        assertThat(server.kept()).extracting(line -> line.get("id").asText()).containsExactly("a", "b", "c", "d", "e");
        assertThat(server.kept()).extracting(line -> line.path("suggested").path("amount").asText())
                .containsExactly("", "", "", "3.00", "");
        assertThat(server.kept().get(1).has("customer")).isFalse();
        assertThat(server.kept().get(3).get("time").asText()).isEqualTo("2025-12-31T22:00:03Z");
    }

    @Test
    void makesWhatTheSetupNamesUnlessItIsThere() throws IOException {
        run(csv("a,ann,live,2026-01-01T00:00:00Z,1.00"));
        JsonNode offering = server.resources().get("/api/v1/offerings/show");
        assertThat(offering.toString())
                .isEqualTo("{\"name\":\"The show\",\"currency\":\"EUR\",\"schedule\":{\"flat\":\"0.00\"}}");
        assertThat(server.resources().get("/api/v1/policies/open").at("/parameters/h").isNumber()).isTrue();
        server.resources().put("/api/v1/offerings/show", offering.get("schedule"));
        run(csv("b,ann,live,2026-01-01T00:00:00Z,1.00"));
        assertThat(server.resources().get("/api/v1/offerings/show")).isEqualTo(offering.get("schedule"));
    }

    @Test
    void goesOnInTheMiddleWithTheSameMediansAsInOneRun() throws IOException {
        Path file = csv(rows(1000));
        server.failAfter(4);
        assertThat(run(file, "--batch", "100")).isEqualTo(ExitCode.FAILED);
        assertThat(server.kept()).hasSize(400);
        server.failAfter(Integer.MAX_VALUE / 2);
        int before = server.batches();
        assertThat(run(file, "--batch", "100")).isEqualTo(ExitCode.DONE);
        assertThat(server.batches() - before).as("only what was left is sent").isEqualTo(6);

        List<JsonNode> resumed = server.kept();
        try (ExactlyOnceServer other = new ExactlyOnceServer()) {
            Main.run("import", file.toString(), "--mapping", folder.resolve("m.yaml").toString(), "--key-file",
                    folder.resolve("admin-key").toString(), "--data", folder.toString(), "--port", "" + other.port());
            assertThat(resumed).hasSize(1000).isEqualTo(other.kept());
        }
        assertThat(folder.resolve("imports")).isEmptyDirectory();
    }

    @Test
    void anAnswerThatIsLostCostsADuplicateAndNoRow() throws IOException {
        server.loseAnswers(2);
        server.beBusy(1);
        assertThat(run(csv(rows(300)), "--batch", "100")).isEqualTo(ExitCode.DONE);
        assertThat(server.kept()).hasSize(300);
    }

    @Test
    void restartSendsEverythingAgainAndTheServerFindsTheDuplicates() throws IOException {
        Path file = csv(rows(300));
        run(file, "--batch", "100");
        assertThat(run(file, "--batch", "100", "--restart")).isEqualTo(ExitCode.DONE);
        assertThat(server.batches()).isEqualTo(6);
        assertThat(server.kept()).hasSize(300);
    }

    @Test
    void aServerThatIsGoneIsTold() throws IOException {
        Path file = csv(rows(10));
        int port = server.port();
        server.close();
        assertThat(Main.run("import", file.toString(), "--mapping", folder.resolve("m.yaml").toString(),
                "--data", folder.toString(), "--port", "" + port, "--retry-for", "0")).isEqualTo(ExitCode.RESUMABLE);
    }

    @Test
    void rejectedRowsGoToAFileWithLineAndReason() throws IOException {
        server.reject(line -> line.at("/price/amount").asText().equals("7.00"));
        Path rejects = folder.resolve("bad.csv");
        int code = run(csv("a,ann,live,2026-01-01T00:00:00Z,1.00", "b,ann,live,yesterday,1.00", "c,ann,live",
                "d,\"ann,\r\nmarie\",live,2026-01-01T00:00:00Z,7.00", ",ann,live,2026-01-01T00:00:00Z,1.00",
                "f,ann,live,2026-01-01T00:00:00Z,1.001", "g,ann,live,2026-01-01T00:00:00Z,-1"),
                "--rejects", rejects.toString());
        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(server.kept()).hasSize(1);
        assertThat(Files.readString(rejects)).contains("line,reason,row")
                .contains("3,cycles.time: 'yesterday' is no time of the mapping's format,\"b,ann,live,yesterday,1.00\"")
                .contains("4,\"the row has 3 values, the file has 5 columns\",\"c,ann,live\"")
                .contains("5,An amount is not allowed: too generous,\"d,\"\"ann,\r\nmarie\"\"")
                .contains("7,cycles.id: is blank,").contains("8,\"cycles.price: 1.001 is no amount in EUR")
                .contains("9,cycles.price: a price cannot be negative; this is -1.00 EUR");
    }

    @Test
    void rejectsStandOnceInTheFileOfAResumedImport() throws IOException {
        server.reject(line -> line.get("id").asText().endsWith("7"));
        Path file = csv(rows(100));
        Path rejects = folder.resolve("bad.csv");
        server.failAfter(3);
        run(file, "--batch", "10", "--rejects", rejects.toString());
        server.failAfter(Integer.MAX_VALUE / 2);
        run(file, "--batch", "10", "--rejects", rejects.toString());
        assertThat(Files.readAllLines(rejects)).hasSize(11).doesNotHaveDuplicates();
        assertThat(server.kept()).hasSize(90);
    }

    @Test
    void aWrongColumnFailsBeforeAnythingIsSent() throws IOException {
        Files.writeString(folder.resolve("m.yaml"), MAPPING.replace("customer: who", "customer: whom"));
        assertThat(run(csv(rows(10)))).isEqualTo(ExitCode.FAILED);
        assertThat(server.batches()).isZero();
        assertThat(server.resources()).isEmpty();
    }

    @Test
    void aWrongKeyIsTold() throws IOException {
        Files.writeString(folder.resolve("admin-key"), "wrong");
        assertThat(run(csv(rows(10)))).isEqualTo(ExitCode.FAILED);
        assertThat(server.kept()).isEmpty();
    }

    @Test
    void packedColumnsBetweenWhiteSpaceBecomeEvents() throws IOException {
        Path file = folder.resolve("cdnow.txt.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(" customer_id  date number_of_cds  dollar_value\r\n 00001 19970101  1   11.77\r\n 00002 19970112  5   77.00\r\n"
                    .getBytes());
        }
        Path mapping = Path.of("..", "examples", "mappings", "cdnow.yaml");
        Main.run("import", file.toString(), "--mapping", mapping.toString(), "--data", folder.toString(), "--port", "" + server.port());
        assertThat(server.kept()).extracting(JsonNode::toString).containsExactly(
                event("1-00001", "00001", "1997-01-01", "11.77", 1), event("2-00002", "00002", "1997-01-12", "77.00", 5));
    }

    private static String event(String id, String customer, String day, String price, int quantity) {
        return """
                {"specversion":"1.0","source":"/imports/cdnow","id":"%s","type":"org.parley.purchase","subject":"%s",\
                "time":"%sT12:00:00Z","data":{"price":{"amount":"%s","currency":"USD"},"quantity":%d,"item":"cds"}}"""
                .formatted(id, customer, day, price, quantity);
    }

    private int run(Path file, String... more) {
        List<String> arguments = new ArrayList<>(List.of("import", file.toString(), "--mapping",
                folder.resolve("m.yaml").toString(), "--data", folder.toString(), "--port", "" + server.port(),
                "--retry-for", "20"));
        arguments.addAll(List.of(more));
        return Main.run(arguments.toArray(String[]::new));
    }

    private Path csv(String... rows) throws IOException {
        Path file = folder.resolve("data.csv");
        return Files.writeString(file, "id,who,kind,when,paid\r\n" + String.join("\r\n", rows) + "\r\n");
    }

    private static String[] rows(int count) {
        return IntStream.range(0, count).mapToObj(i -> "r" + i + ",c" + i % 17 + ",k" + i % 3 + ",2026-01-01T00:00:00Z,"
                + (i * 7919 % 1000) + ".50").collect(Collectors.toList()).toArray(String[]::new);
    }
}
