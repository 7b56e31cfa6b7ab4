package org.parley.itests.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a seller's backend does with the pricing calls. */
public final class Shop {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api api;

    public Shop(Api api) {
        this.api = api;
    }

    /** An offering at 4.00 a cycle and 0.50 an article. */
    public JsonNode offering(String id, String currency) {
        ObjectNode offering = JSON.createObjectNode().put("name", id).put("currency", currency);
        ObjectNode schedule = offering.putObject("schedule");
        schedule.putObject("flat").put("amount", "4.00").put("currency", currency);
        schedule.putObject("rates").put("article", "0.50");
        return accepted(api.put("/offerings/" + id, offering));
    }

    /** A policy with the strategies' default parameters. */
    public JsonNode policy(String id, String strategy, String fallback) {
        return accepted(tryPolicy(id, strategy, JSON.createObjectNode(), fallback));
    }

    /** Asks for a policy, which may be refused. */
    public Answer tryPolicy(String id, String strategy, ObjectNode parameters, String fallback) {
        ObjectNode policy = JSON.createObjectNode().put("strategy", strategy);
        policy.set("parameters", parameters);
        policy.putObject("fallback").put("strategy", fallback);
        return api.put("/policies/" + id, policy);
    }

    /** A new relationship. */
    public JsonNode relationship(String customer, String offering, String policy) {
        return api.post("/relationships", JSON.createObjectNode().put("customer", customer)
                .put("offering", offering).put("policy", policy)).expect(201).json();
    }

    public JsonNode relationship(String id) {
        return api.get("/relationships/" + id).expect(200).json();
    }

    /** The id of the relationship's present cycle. */
    public String openCycle(String relationship) {
        return relationship(relationship).get("cycle").get("id").asText();
    }

    public JsonNode cycle(String id) {
        return api.get("/cycles/" + id).expect(200).json();
    }

    /** Ends the use period. */
    public JsonNode request(String cycle) {
        return api.post("/cycles/" + cycle + "/request", JSON.createObjectNode()).expect(200).json();
    }

    /** The customer sets a price. */
    public JsonNode price(String cycle, String amount, String currency, String... reasons) {
        return tryPrice(cycle, amount, currency, reasons).expect(200).json();
    }

    /** The customer tries to set a price, which may be refused. */
    public Answer tryPrice(String cycle, String amount, String currency, String... reasons) {
        ObjectNode price = JSON.createObjectNode();
        price.putObject("amount").put("amount", amount).put("currency", currency);
        ArrayNode codes = price.putArray("reasons");
        for (String reason : reasons) {
            codes.addObject().put("code", reason);
        }
        return api.post("/cycles/" + cycle + "/price", price);
    }

    private static JsonNode accepted(Answer answer) {
        if (answer.status() != 200 && answer.status() != 201) {
            throw new AssertionError("not accepted: " + answer);
        }
        return answer.json();
    }
}
