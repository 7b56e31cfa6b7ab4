package org.parley.capture.internal.types;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.parley.capture.internal.rules.DataRules;
import org.parley.capture.internal.rules.Rule;
import org.parley.capture.internal.store.CaptureDatabase;
import org.parley.capture.internal.store.EventTypeRows;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.SellerId;

/** All event types: the built-in ones and those that sellers published. */
@Component(service = EventTypeRegistry.class)
public final class EventTypeRegistry implements DataRules {

    /** How many types a seller can publish: their rules are kept in memory. */
    private static final int MAX_TYPES = 1000;

    private final CaptureDatabase database;
    private final CheckedSchema schemas = new CheckedSchema();
    private final List<EventType> builtIn = BuiltInTypes.load();
    private final Map<String, Rule> builtInRules;
    private final Map<SellerId, Map<String, Rule>> rules = new ConcurrentHashMap<>();

    @Activate
    public EventTypeRegistry(@Reference CaptureDatabase database) {
        this.database = database;
        this.builtInRules = builtIn.stream().collect(Collectors.toUnmodifiableMap(EventType::type,
                type -> schemas.rule(type.schema())));
    }

    @Override
    public Rule of(SellerId seller, String type) {
        @Nullable Rule known = builtInRules.get(type);
        return known != null ? known : rules.computeIfAbsent(seller, this::load).getOrDefault(type, Rule.FREE_DATA);
    }

    private Map<String, Rule> load(SellerId seller) {
        Map<String, Rule> loaded = new HashMap<>();
        for (EventTypeRows.Row row : database.<List<EventTypeRows.Row>>read(handle -> EventTypeRows.newest(handle, seller))) {
            loaded.put(row.type(), schemas.rule(SchemaJson.read(row.schema())));
        }
        return Map.copyOf(loaded);
    }

    /**
     * Publishes a version of a seller's own type, unless the newest is the same already. Events that come after this
     * returned are checked against it.
     *
     * @return the newest version
     * @throws InvalidInput if the type is built in, the schema cannot be used, or it is not known to accept all that the
     *                      newest version does
     */
    public EventType publish(SellerId seller, String type, JsonNode schema, Instant now) {
        CheckedSchema.requireOwn(type);
        schemas.plain(schema);
        EventType published = database.write(handle -> publish(handle, seller, type, schema, now));
        rules.remove(seller);
        return published;
    }

    private EventType publish(Handle handle, SellerId seller, String type, JsonNode schema, Instant now) {
        Optional<EventType> before = EventTypeRows.newest(handle, seller, type).map(EventTypeRegistry::type);
        if (before.isPresent() && before.get().schema().equals(SchemaJson.read(SchemaJson.text(schema)))) {
            return before.get();
        }
        before.ifPresentOrElse(older -> schemas.requireCompatible(older.schema(), schema), () -> requireRoom(handle, seller));
        EventTypeRows.Row row = new EventTypeRows.Row(type, before.map(EventType::version).orElse(0) + 1,
                SchemaJson.text(schema), now.truncatedTo(ChronoUnit.MILLIS));
        EventTypeRows.insert(handle, seller, row);
        return type(row);
    }

    private static void requireRoom(Handle handle, SellerId seller) {
        if (EventTypeRows.newest(handle, seller).size() >= MAX_TYPES) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, "type", "a seller has at most " + MAX_TYPES + " types of its own");
        }
    }

    /** The newest version of a type. */
    public Optional<EventType> find(SellerId seller, String type) {
        return builtIn(type).or(() -> database.read(handle -> EventTypeRows.newest(handle, seller, type)).map(EventTypeRegistry::type));
    }

    /** A certain version of a type. */
    public Optional<EventType> find(SellerId seller, String type, int version) {
        return builtIn(type).filter(known -> known.version() == version).or(() ->
                database.read(handle -> EventTypeRows.find(handle, seller, type, version)).map(EventTypeRegistry::type));
    }

    private Optional<EventType> builtIn(String type) {
        return builtIn.stream().filter(known -> known.type().equals(type)).findFirst();
    }

    /** The newest version of each type, built-in or the seller's own, by name; up to {@code max} that come after a name. */
    public List<EventType> list(SellerId seller, String after, int max) {
        List<EventTypeRows.Row> own = new ArrayList<>(database.read(handle -> EventTypeRows.newest(handle, seller)));
        return Stream.concat(builtIn.stream(), own.stream().map(EventTypeRegistry::type))
                .filter(type -> type.type().compareTo(after) > 0)
                .sorted(Comparator.comparing(EventType::type)).limit(max).toList();
    }

    private static EventType type(EventTypeRows.Row row) {
        return new EventType(row.type(), row.version(), SchemaJson.read(row.schema()), Optional.of(row.published()));
    }
}
