package org.parley.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.itests.kit.Answer;
import org.parley.itests.kit.Api;
import org.parley.itests.load.Events;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;

/** Who may do what, and what those hear who may not. */
class AccessIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final Server SERVER = new Server();

    static Stream<Arguments> calls() {
        return Stream.of(
                arguments("GET", "/events"), arguments("POST", "/events"), arguments("GET", "/events?customer=a"),
                arguments("POST", "/imports/cycles"), arguments("PUT", "/offerings/a"), arguments("GET", "/offerings/a"),
                arguments("PUT", "/policies/a"), arguments("POST", "/relationships"), arguments("GET", "/relationships/a"),
                arguments("GET", "/cycles/a"), arguments("POST", "/cycles/a/price"), arguments("GET", "/cycles/a/decision"),
                arguments("GET", "/ledger/totals"), arguments("GET", "/reports"), arguments("GET", "/reports/revenue-by-day"),
                arguments("GET", "/customers/a/scores"), arguments("GET", "/strategies"),
                arguments("POST", "/sandbox/clock"), arguments("GET", "/keys"), arguments("POST", "/keys"),
                arguments("GET", "/openapi.yaml"), arguments("GET", "/no/such/path"), arguments("OPTIONS", "/events"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("calls")
    void withoutAValidKeyNothingIsToldOrDone(String method, String path) {
        for (String key : new String[] {"", "nobodys-key", "parley_" + "x".repeat(43), "x".repeat(5_000)}) {
            Api stranger = SERVER.api().withKey(key);
            Answer answer = stranger.send(stranger.request(path).header("Content-Type", Api.JSON)
                    .method(method, BodyPublishers.ofString("{}")));
            ProblemCheck.check(answer, 401, "unauthenticated");
            assertThat(answer.headers().firstValue("www-authenticate")).hasValueSatisfying(
                    challenge -> assertThat(challenge).startsWith("Bearer"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready"})
    void healthNeedsNoKey(String path) {
        assertThat(SERVER.api().withKey("").get(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/no/such/path", "/relationships/none", "/cycles/none", "/reports/none", "/offerings/none"})
    void whatIsNotThereIsNotFound(String path) {
        ProblemCheck.check(SERVER.api().get(path), 404, "not-found");
    }

    @Test
    void aMethodThatAPathDoesNotTakeIsToldSo() {
        ProblemCheck.check(SERVER.api().delete("/strategies"), 405, "method-not-allowed");
        ProblemCheck.check(SERVER.api().delete("/events"), 405, "method-not-allowed");
    }

    @Test
    void aKeyOpensWhatItsRolesSayUntilItIsRevoked() {
        JsonNode made = key("ingest");
        Api sender = SERVER.api().withKey(made.get("secret").asText());
        sender.post("/events", Api.EVENT, new Events("urn:roles", 1).event(1)).expect(200);
        ProblemCheck.check(sender.get("/events?customer=a"), 403, "forbidden");
        ProblemCheck.check(sender.get("/reports/revenue-by-day"), 403, "forbidden");
        ProblemCheck.check(sender.get("/keys"), 403, "forbidden");
        ProblemCheck.check(sender.put("/offerings/a", "{}"), 403, "forbidden");

        assertThat(SERVER.api().delete("/keys/" + made.get("keyId").asText()).status()).isEqualTo(204);
        ProblemCheck.check(sender.post("/events", Api.EVENT, new Events("urn:roles", 1).event(2)), 401,
                "unauthenticated");
    }

    @Test
    void anAnalystReadsAndCannotSend() {
        Api analyst = SERVER.api().withKey(key("analyst").get("secret").asText());
        analyst.get("/reports").expect(200);
        ProblemCheck.check(analyst.post("/events", Api.EVENT, new Events("urn:roles", 1).event(3)), 403, "forbidden");
        ProblemCheck.check(analyst.post("/imports/cycles", Api.NDJSON, "{}"), 403, "forbidden");
    }

    @Test
    void anotherSellerSeesNothingOfThis() {
        Events events = new Events("urn:private", 1);
        SERVER.api().post("/events", Api.EVENT, events.event(1)).expect(200);
        String said = SERVER.get().console("parley:seller-create other");
        String key = said.lines().filter(line -> line.startsWith("parley_")).findFirst().orElseThrow().strip();
        Api other = SERVER.api().withKey(key);
        ProblemCheck.check(other.get("/events?source=urn:private&id=e1"), 404, "not-found");
        assertThat(other.get("/events?customer=" + events.customer(1)).expect(200).json().get("items")).isEmpty();
        other.post("/events", Api.EVENT, events.event(1).replace("\"quantity\":1", "\"quantity\":9")).expect(200);
        assertThat(SERVER.api().get("/events?source=urn:private&id=e1").text()).contains("\"quantity\":1,");
    }

    private static JsonNode key(String role) {
        ObjectNode wanted = JSON.createObjectNode();
        wanted.putArray("roles").add(role);
        return SERVER.api().post("/keys", wanted).expect(201).json();
    }
}
