package org.parley.capture.internal.meters;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.parley.capture.api.Event;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.seller.api.TimeZones;

/**
 * What a meter measures. It never changes; another one is another version of the meter.
 *
 * @param eventType which events
 * @param valuePath where in their data the value is; empty exactly if they are only counted
 * @param groupBy   what the events are told apart by: a name and where in their data it is
 * @param zone      whose hours, days and months
 */
public record Definition(String eventType, Aggregation aggregation, Optional<Pointer> valuePath,
        SortedMap<String, Pointer> groupBy, ZoneId zone) {

    /** How many things the events can be told apart by. */
    public static final int MAX_GROUP_BY = 5;

    private static final int MAX_TYPE = 200;
    private static final int MAX_GROUP_VALUE = 200;
    private static final Pattern GROUP_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,39}");

    /** As a definition is written; all names are checked here. */
    public static Definition parse(String eventType, String aggregation, Optional<String> valuePath,
            Map<String, String> groupBy, String zone) {
        return new Definition(eventType, Aggregation.parse(aggregation),
                valuePath.map(path -> Pointer.parse("valuePath", path)), pointers(groupBy),
                TimeZones.parse("timeZone", zone));
    }

    /** @throws InvalidInput if the parts do not go together */
    public Definition {
        if (eventType.isBlank() || eventType.length() > MAX_TYPE) {
            throw invalid("eventType", "'eventType' is the type of the events, such as org.parley.usage, of at most "
                    + MAX_TYPE + " characters");
        }
        if (aggregation.needsValue() && valuePath.isEmpty()) {
            throw invalid("valuePath", "'valuePath' is missing: a " + aggregation.label()
                    + " needs to know where in the event's data its value is, such as /quantity");
        }
        if (!aggregation.needsValue() && valuePath.isPresent()) {
            throw invalid("valuePath", "a count counts the events themselves; leave 'valuePath' out, or use sum or unique");
        }
    }

    private static SortedMap<String, Pointer> pointers(Map<String, String> groupBy) {
        if (groupBy.size() > MAX_GROUP_BY) {
            throw invalid("groupBy", "a meter groups by at most " + MAX_GROUP_BY + ", not by " + groupBy.size());
        }
        SortedMap<String, Pointer> pointers = new TreeMap<>();
        groupBy.forEach((name, path) -> {
            if (!GROUP_NAME.matcher(name).matches()) {
                throw invalid("groupBy", "a name in 'groupBy' begins with a letter and has at most 40 letters, digits"
                        + " and '_'; one of these does not");
            }
            pointers.put(name, Pointer.parse("groupBy." + name, path));
        });
        return pointers;
    }

    private static InvalidInput invalid(String field, String detail) {
        return new InvalidInput(ErrorCode.INVALID_INPUT, field, detail);
    }

    /** What an event of the type is counted with; empty if it has no value that this meter can take. */
    public Optional<Value> value(Event event) {
        if (valuePath.isEmpty()) {
            return Optional.of(Value.NONE);
        }
        Optional<Object> found = valuePath.get().in(event.data());
        return found.flatMap(aggregation.needsNumber() ? Value::ofNumber : Value::of);
    }

    /** Why {@link #value} is empty, for whoever sent the event. */
    public String whyNoValue(Event event) {
        String path = valuePath.map(Pointer::text).orElse("");
        return valuePath.flatMap(pointer -> pointer.in(event.data())).isEmpty() ? "nothing at " + path
                : "at " + path + " is no " + (aggregation.needsNumber() ? "number" : "text, number or truth value");
    }

    /** Which group an event belongs to. An object or a list is nothing to group by, and an empty text is none. */
    public Group group(Event event) {
        List<Optional<String>> values = new ArrayList<>(groupBy.size());
        for (Pointer pointer : groupBy.values()) {
            Optional<String> value = pointer.in(event.data()).flatMap(Value::of).map(Value::text)
                    .filter(text -> !text.isEmpty());
            if (value.isPresent() && value.get().length() > MAX_GROUP_VALUE) {
                return Group.REST;
            }
            values.add(value);
        }
        return new Group.Of(values);
    }
}
