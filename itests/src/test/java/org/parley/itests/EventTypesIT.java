package org.parley.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parley.itests.kit.Answer;
import org.parley.itests.kit.Api;

import java.util.List;

/** Schemas of event types over HTTP: what they refuse, how they change, and how a rejected event is corrected. */
class EventTypesIT {

    private static final String VISIT = "com.example.visit";
    private static final String FIRST = "{\"properties\":{\"page\":{\"type\":\"string\",\"pattern\":\"^/\"},"
            + "\"paid\":{\"format\":\"price\"}},\"required\":[\"page\"],\"additionalProperties\":false}";

    @RegisterExtension
    static final Server SERVER = new Server();

    private static Answer put(String type, String schema) {
        return SERVER.api().put("/event-types/" + type, schema);
    }

    private static Answer send(String id, String type, String data) {
        return SERVER.api().post("/events", Api.EVENT, event(id, type, data));
    }

    private static String event(String id, String type, String data) {
        return "{\"specversion\":\"1.0\",\"source\":\"/it\",\"id\":\"" + id + "\",\"type\":\"" + type + "\",\"data\":" + data + "}";
    }

    @Test
    void builtInTypesTellTheirSchemas() {
        JsonNode items = SERVER.api().get("/event-types?limit=1000").expect(200).json().get("items");
        assertThat(items.findValuesAsText("type")).contains("org.parley.usage", "org.parley.news").isSorted();
        JsonNode usage = SERVER.api().get("/event-types/org.parley.usage").expect(200).json();
        assertThat(usage.at("/schema/properties/quantity/minimum").asInt(-1)).isZero();
        assertThat(usage.get("builtIn").asBoolean()).isTrue();
        ProblemCheck.check(put("org.parley.usage", "{}"), 422, "reserved-type");
        ProblemCheck.check(SERVER.api().get("/event-types/com.example.none"), 404, "not-found");
    }

    @Test
    void aSchemaRefusesEventsAndGrowsOnly() {
        assertThat(put(VISIT, FIRST).expect(200).json().get("version").asInt()).isEqualTo(1);
        send("v1", VISIT, "{\"page\":\"/a\",\"paid\":{\"amount\":\"1.50\",\"currency\":\"EUR\"}}").expect(200);
        JsonNode rejected = send("v2", VISIT, "{\"page\":\"a\",\"paid\":{\"amount\":\"1.505\",\"currency\":\"EUR\"},\"x\":1}")
                .expect(422).json().at("/rejected/0/problem/errors");
        assertThat(rejected.findValuesAsText("field")).containsExactlyInAnyOrder("data.page", "data.paid.amount", "data.x");

        String more = FIRST.replace("\"paid\"", "\"language\":{\"type\":\"string\"},\"paid\"");
        assertThat(put(VISIT, more).expect(200).json().get("version").asInt()).isEqualTo(2);
        send("v3", VISIT, "{\"page\":\"/a\",\"language\":\"de\"}").expect(200);
        assertThat(SERVER.api().get("/event-types/" + VISIT + "?version=1").expect(200).json().at("/schema/properties").has("language"))
                .isFalse();

        Answer refused = put(VISIT, more.replace("[\"page\"]", "[\"page\",\"language\"]"));
        ProblemCheck.check(refused, 422, "incompatible-schema");
        assertThat(refused.json().get("detail").asText())
                .isEqualTo("'/properties/language' became required; events without it were accepted so far");
    }

    @Test
    void schemasThatCannotBeUsedAreRefused() {
        for (String schema : List.of("{\"type\":\"text\"}", "{\"$ref\":\"http://127.0.0.1:1/schema\"}", "{\"pattern\":\"(?=a)\"}",
                "{\"requird\":[]}")) {
            ProblemCheck.check(put("com.example.bad", schema), 422, "invalid-schema");
        }
        ProblemCheck.check(put("com.example.bad", "[]"), 400, "malformed-json");
    }

    @Test
    void aRejectedEventIsListedCorrectedAndSentAgain() {
        put("com.example.order", "{\"properties\":{\"size\":{\"enum\":[1,2,3]}}}").expect(200);
        send("o1", "com.example.order", "{\"size\":9}").expect(422);

        String list = "/events?state=rejected&type=com.example.order";
        JsonNode item = SERVER.api().get(list).expect(200).json().get("items").get(0);
        assertThat(item.get("sent").asText()).isEqualTo(event("o1", "com.example.order", "{\"size\":9}"));
        assertThat(item.at("/reason/detail").asText()).isEqualTo("'data.size' must be 1 or 2 or 3");
        assertThat(state("o1")).isEqualTo("rejected");
        assertThat(SERVER.api().get(list + "&code=INVALID_AMOUNT").expect(200).json().get("items")).isEmpty();

        SERVER.api().post("/events", Api.EVENT, item.get("sent").asText().replace("9", "2")).expect(200);

        assertThat(SERVER.api().get(list).expect(200).json().get("items")).isEmpty();
        assertThat(state("o1")).isIn("accepted", "counted");
        ProblemCheck.check(SERVER.api().get("/events?state=counted"), 400, "malformed-parameter");
    }

    private static String state(String id) {
        return SERVER.api().get("/events?source=/it&id=" + id).expect(200).json().get("state").asText();
    }
}
