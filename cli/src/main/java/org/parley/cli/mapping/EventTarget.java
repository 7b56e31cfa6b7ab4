package org.parley.cli.mapping;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.cli.rows.Row;

/** Makes an event of a row: a CloudEvent about a customer, with typed data. */
final class EventTarget implements Target {

    private final String source;
    private final Text type;
    private final Text id;
    private final Text customer;
    private final Moment time;
    private final List<DataField> data;

    EventTarget(String source, Located spec, Names names) {
        spec.only("type", "id", "customer", "time", "data");
        this.source = source;
        this.type = Text.read(spec.need("type"), names);
        this.id = Text.read(spec.need("id"), names);
        this.customer = spec.get("customer").map(text -> Text.read(text, names)).orElse(row -> "");
        this.time = Moment.read(spec.need("time"), names);
        this.data = spec.get("data").map(Located::map).orElse(Map.of()).entrySet().stream()
                .map(entry -> DataField.read(entry.getKey(), entry.getValue(), names)).toList();
    }

    @Override
    public String path() {
        return "/events";
    }

    @Override
    public Line line(Row row) throws RowRejected {
        List<DataField.Written> values = new ArrayList<>(data.size());
        for (DataField field : data) {
            values.add(field.of(row));
        }
        return new Event(source, Required.text(type, row, "events.type"), Required.text(id, row, "events.id"),
                customer.of(row), time.of(row), values);
    }

    private record Event(String source, String type, String id, String customer, Instant time,
            List<DataField.Written> data) implements Line {

        @Override
        public boolean anonymous() {
            return customer.isEmpty();
        }

        @Override
        public void write(JsonGenerator json) throws IOException {
            json.writeStartObject();
            json.writeStringField("specversion", "1.0");
            json.writeStringField("source", source);
            json.writeStringField("id", id);
            json.writeStringField("type", type);
            Json.text(json, "subject", customer);
            json.writeStringField("time", time.toString());
            json.writeObjectFieldStart("data");
            for (DataField.Written value : data) {
                value.write(json);
            }
            json.writeEndObject();
            json.writeEndObject();
        }
    }
}
