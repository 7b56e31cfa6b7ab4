package org.parley.cli.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.parley.cli.http.Answer;
import org.parley.cli.http.Call;
import org.parley.cli.http.Server;

/** The calls that the demo makes, as any client would. */
final class DemoApi {

    private static final JsonMapper JSON = new JsonMapper();

    private final Server server;

    DemoApi(Server server) {
        this.server = server;
    }

    /** The seller's time, and whether it can be moved. */
    JsonNode seller() {
        return get("/seller");
    }

    JsonNode get(String path) {
        return server.send(Call.get(path)).orRefused();
    }

    boolean exists(String path) {
        Answer answer = server.send(Call.get(path));
        return answer.status() != 404 && answer.orRefused() != null;
    }

    void put(Catalogue.Thing thing) {
        server.send(Call.json("PUT", thing.path(), thing.body().getBytes(StandardCharsets.UTF_8))).orRefused();
    }

    JsonNode post(String path, ObjectNode body) {
        try {
            return server.send(Call.json("POST", path, JSON.writeValueAsBytes(body))).orRefused();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an object node is always JSON", e);
        }
    }

    /** Sends events, and makes sure that the server took them all. */
    void events(byte[] lines) {
        Answer answer = server.send(Call.ndjson("/events", lines));
        JsonNode rejected = answer.body().path("rejected");
        if (!rejected.isEmpty()) {
            throw new IllegalStateException("the server rejected " + rejected.size() + " events of the demo, first "
                    + rejected.get(0).path("id").asText() + ": " + Answer.problem(rejected.get(0).path("problem")));
        }
        answer.orRefused();
    }

    void moveClock(Instant to) {
        post("/sandbox/clock", JSON.createObjectNode().put("to", to.toString()));
    }

    static ObjectNode body() {
        return JSON.createObjectNode();
    }
}
