package org.parley.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One customer's relationship with one offering, as the demo drives it: asks for the price of the open cycle, then
 * answers as the customer would, or stays silent.
 */
final class Subscription {

    private final DemoApi api;
    private final Customer customer;
    private final String offering;
    private final String relationship;

    private Optional<String> openCycle;

    private Subscription(DemoApi api, Customer customer, String offering, JsonNode started) {
        this.api = api;
        this.customer = customer;
        this.offering = offering;
        this.relationship = started.path("id").asText();
        this.openCycle = Optional.of(started.path("cycle").path("id").asText());
    }

    static Subscription start(DemoApi api, Customer customer, String offering) {
        return new Subscription(api, customer, offering, api.post("/relationships", DemoApi.body()
                .put("customer", customer.id()).put("offering", offering).put("policy", Catalogue.policy(offering))));
    }

    Customer customer() {
        return customer;
    }

    /** Ends this month's use and answers; returns what was paid, or nothing for a silent customer. */
    Optional<BigDecimal> settle(int month) {
        String state = "";
        if (openCycle.isEmpty() || customer.kind() == AgentKind.STRATEGIC) {
            // Only the strategic look where they stand; and after a silence the next cycle was opened without us.
            JsonNode standing = api.get("/relationships/" + relationship);
            state = standing.path("state").asText();
            openCycle = Optional.of(standing.path("cycle").path("id").asText());
        }
        String cycle = openCycle.orElseThrow();
        JsonNode asked = api.post("/cycles/" + cycle + "/request", DemoApi.body());
        if (!asked.path("state").asText().equals("REQUESTED")) {
            openCycle = next(asked);
            return Optional.of(amount(asked.path("price")));
        }
        Optional<PriceModel.Response> answer = PriceModel.answer(customer.kind(), amount(asked.path("suggested")), state,
                Catalogue.gated(offering), month, customer.chance(month, "price of " + offering));
        openCycle = answer.flatMap(response -> next(api.post("/cycles/" + cycle + "/price", body(response))));
        return answer.map(PriceModel.Response::amount);
    }

    private static Optional<String> next(JsonNode settled) {
        return Optional.of(settled.path("next").path("id").asText()).filter(id -> !id.isEmpty());
    }

    private static BigDecimal amount(JsonNode money) {
        return new BigDecimal(money.path("amount").asText("0"));
    }

    private static ObjectNode body(PriceModel.Response response) {
        ObjectNode body = DemoApi.body();
        body.putObject("amount").put("amount", response.amount().toPlainString()).put("currency", "EUR");
        response.reasons().forEach(code -> body.withArray("reasons").addObject().put("code", code));
        return body;
    }
}
