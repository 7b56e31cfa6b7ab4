package org.parley.capture.internal.store;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.parley.capture.internal.journal.Json;
import org.parley.capture.internal.meters.Definition;
import org.parley.capture.internal.meters.Meter;
import org.parley.capture.internal.meters.Pointer;
import org.parley.common.SellerId;

/** The SQL of meters. */
public final class MeterRows {

    private MeterRows() {}

    /** All versions of all meters, by seller, id and version. */
    public static List<Meter> all(Handle handle) {
        return handle.createQuery("SELECT seller, id, version, definition, published_at FROM meter ORDER BY seller, id, version")
                .map((row, context) -> meter(row)).list();
    }

    public static void insert(Handle handle, Meter meter) {
        handle.createUpdate("INSERT INTO meter (seller, id, version, definition, published_at)"
                        + " VALUES (:seller, :id, :version, :definition, :at)")
                .bind("seller", meter.seller().value()).bind("id", meter.id()).bind("version", meter.version())
                .bind("definition", json(meter.definition())).bind("at", meter.publishedAt().toEpochMilli())
                .execute();
    }

    private static Meter meter(ResultSet row) throws SQLException {
        return new Meter(new SellerId(row.getString("seller")), row.getString("id"), row.getInt("version"),
                definition(row.getString("definition")), Instant.ofEpochMilli(row.getLong("published_at")));
    }

    private static String json(Definition definition) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = Json.FACTORY.createGenerator(text)) {
            out.writeStartObject();
            out.writeStringField("eventType", definition.eventType());
            out.writeStringField("aggregation", definition.aggregation().label());
            if (definition.valuePath().isPresent()) {
                out.writeStringField("valuePath", definition.valuePath().get().text());
            }
            out.writeObjectFieldStart("groupBy");
            for (Map.Entry<String, Pointer> group : definition.groupBy().entrySet()) {
                out.writeStringField(group.getKey(), group.getValue().text());
            }
            out.writeEndObject();
            out.writeStringField("timeZone", definition.zone().getId());
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return text.toString();
    }

    private static Definition definition(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        Map<String, @Nullable Object> json = Json.object(utf8, 0, utf8.length);
        Map<String, String> groupBy = new LinkedHashMap<>();
        ((Map<?, ?>) json.get("groupBy")).forEach((name, path) -> groupBy.put((String) name, (String) path));
        return Definition.parse((String) json.get("eventType"), (String) json.get("aggregation"),
                Optional.ofNullable((String) json.get("valuePath")), groupBy, (String) json.get("timeZone"));
    }
}
