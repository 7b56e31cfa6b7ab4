package org.parley.rest.internal.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.parley.common.SellerId;
import org.parley.rest.ParleyJson;
import org.parley.store.Database;
import org.parley.store.Databases;
import org.parley.store.Migrations;

/** All SQL of this bundle. */
@Component(service = RestTables.class)
public final class RestTables {

    private static final Duration KEPT = Duration.ofHours(48);

    private final Database database;
    private final ObjectMapper json = ParleyJson.newMapper();

    @Activate
    public RestTables(@Reference Databases databases) {
        this.database = databases.open("rest", Migrations.from(RestTables.class, "V1__answers_and_audit.sql"));
    }

    @Deactivate
    public void close() {
        database.close();
    }

    /** The answer kept for this key. */
    public Optional<Answer> answer(SellerId seller, String key) {
        return database.read(handle -> handle
                .createQuery("SELECT request, status, headers, body FROM answer WHERE seller = :seller AND key = :key")
                .bind("seller", seller.value()).bind("key", key)
                .map((row, context) -> answer(row)).findOne());
    }

    /** Keeps an answer for 48 hours, and forgets those that were kept that long. */
    public void keep(SellerId seller, String key, Answer answer, Instant at) {
        database.execute(handle -> {
            handle.createUpdate("DELETE FROM answer WHERE at < :before").bind("before", at.minus(KEPT).toEpochMilli()).execute();
            handle.createUpdate("INSERT INTO answer (seller, key, request, status, headers, body, at)"
                            + " VALUES (:seller, :key, :request, :status, :headers, :body, :at)"
                            + " ON CONFLICT (seller, key) DO UPDATE SET request = excluded.request, status = excluded.status,"
                            + " headers = excluded.headers, body = excluded.body, at = excluded.at")
                    .bind("seller", seller.value()).bind("key", key)
                    .bind("request", answer.request()).bind("status", answer.status())
                    .bind("headers", text(answer.headers())).bind("body", answer.body())
                    .bind("at", at.toEpochMilli())
                    .execute();
        });
    }

    public void append(AuditEntry entry) {
        database.execute(handle -> handle
                .createUpdate("INSERT INTO audit (seller, key_id, actor, reason, method, path, status, request, at)"
                        + " VALUES (:seller, :key, :actor, :reason, :method, :path, :status, :request, :at)")
                .bind("seller", entry.caller().seller().value()).bind("key", entry.caller().keyId())
                .bind("actor", entry.actor().orElse(null)).bind("reason", entry.reason().orElse(null))
                .bind("method", entry.method()).bind("path", entry.path()).bind("status", entry.status())
                .bind("request", entry.requestId()).bind("at", entry.at().toEpochMilli())
                .execute());
    }

    private Answer answer(ResultSet row) throws SQLException {
        try {
            Map<String, String> headers = json.readValue(row.getString("headers"), new TypeReference<Map<String, String>>() {});
            return new Answer(row.getString("request"), row.getInt("status"), headers, row.getBytes("body"));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(Map<String, String> headers) {
        try {
            return json.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
