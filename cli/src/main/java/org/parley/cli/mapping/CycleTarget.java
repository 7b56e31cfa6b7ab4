package org.parley.cli.mapping;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.parley.cli.rows.Row;
import org.parley.common.Money;

/** Makes a priced cycle of a row: who paid how much for what, and what was suggested at that moment. */
final class CycleTarget implements Target {

    private final String source;
    private final Text id;
    private final Text customer;
    private final Text offering;
    private final Text policy;
    private final Text item;
    private final Moment time;
    private final Amount price;
    private final Reference suggested;

    CycleTarget(String source, Located spec, Names names) {
        spec.only("id", "customer", "offering", "policy", "item", "time", "price", "suggested");
        this.source = source;
        this.id = Text.read(spec.need("id"), names);
        this.customer = spec.get("customer").map(text -> Text.read(text, names)).orElse(row -> "");
        this.offering = Text.read(spec.need("offering"), names);
        this.policy = Text.read(spec.need("policy"), names);
        this.item = spec.get("item").map(text -> Text.read(text, names)).orElse(row -> "");
        this.time = Moment.read(spec.need("time"), names);
        this.price = Amount.read(spec.need("price"), names);
        this.suggested = spec.get("suggested").map(found -> Reference.read(found, names)).orElseGet(Reference::none);
    }

    @Override
    public String path() {
        return "/imports/cycles";
    }

    @Override
    public Line line(Row row) throws RowRejected {
        String key = Required.text(id, row, "cycles.id");
        String offered = Required.text(offering, row, "cycles.offering");
        String rules = Required.text(policy, row, "cycles.policy");
        Instant moment = time.of(row);
        Money paid = price.of(row);
        if (paid.isNegative()) {
            throw new RowRejected("cycles.price", "a price cannot be negative; this is " + paid);
        }
        // Last, because a running reference takes note of the row: by now it is sure that the row becomes a cycle.
        Optional<Money> reference = suggested.of(row, paid);
        return new Cycle(source, key, customer.of(row), offered, rules, item.of(row), moment, paid, reference);
    }

    private record Cycle(String source, String id, String customer, String offering, String policy, String item,
            Instant time, Money price, Optional<Money> suggested) implements Line {

        @Override
        public boolean anonymous() {
            return customer.isEmpty();
        }

        @Override
        public void write(JsonGenerator json) throws IOException {
            json.writeStartObject();
            json.writeStringField("source", source);
            json.writeStringField("id", id);
            Json.text(json, "customer", customer);
            json.writeStringField("offering", offering);
            json.writeStringField("policy", policy);
            Json.text(json, "item", item);
            json.writeStringField("time", time.toString());
            Json.money(json, "price", price);
            if (suggested.isPresent()) {
                Json.money(json, "suggested", suggested.get());
            }
            json.writeEndObject();
        }
    }
}
