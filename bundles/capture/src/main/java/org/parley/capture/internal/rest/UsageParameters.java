package org.parley.capture.internal.rest;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.parley.capture.internal.metering.Range;
import org.parley.capture.internal.meters.Definition;
import org.parley.capture.internal.meters.Meter;
import org.parley.capture.internal.meters.WindowKind;
import org.parley.capture.internal.meters.Windows;
import org.parley.capture.internal.meters.rollup.UsageCursor;
import org.parley.capture.internal.meters.rollup.UsageQuery;
import org.parley.common.CustomerId;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.Page;

/** What is asked of a meter. What is not understood is refused: a misspelt filter would let everything through. */
record UsageParameters(Map<String, List<String>> given) {

    private static final Set<String> KNOWN =
            Set.of("customer", "from", "to", "window", "groupBy", "version", "limit", "after");
    private static final String FILTER = "group.";
    private static final String TOTAL = "total";

    /** @throws InvalidInput if there is a parameter of another name, or one comes twice */
    UsageParameters {
        given.forEach((name, values) -> {
            if (!KNOWN.contains(name) && !name.startsWith(FILTER)) {
                throw malformed(shown(name), "there is no parameter '" + shown(name) + "' here; known are "
                        + String.join(", ", new TreeSet<>(KNOWN)) + ", and group.<name> to ask for one group");
            }
            if (values.size() > 1) {
                throw malformed(shown(name), "'" + shown(name) + "' is there twice");
            }
        });
    }

    /** The version asked for. */
    Optional<Integer> version() {
        return text("version").map(value -> number("version", value, 1, Integer.MAX_VALUE));
    }

    UsageQuery query(Meter meter, Instant now) {
        Definition definition = meter.definition();
        Optional<WindowKind> window = window();
        Range range = Range.parse(new Windows(definition.zone()), window.orElse(WindowKind.HOUR), text("from"), text("to"), now);
        return new UsageQuery(meter, text("customer").map(CustomerId::new), range.from(), range.to(), window,
                groupBy(definition), filter(definition),
                text("limit").map(value -> number("limit", value, 1, Page.MAX_LIMIT)).orElse(Page.DEFAULT_LIMIT),
                text("after").map(UsageCursor::parse));
    }

    private Optional<WindowKind> window() {
        Optional<String> wanted = text("window").filter(name -> !name.equals(TOTAL));
        return wanted.map(name -> Arrays.stream(WindowKind.values()).filter(kind -> kind.label().equals(name)).findFirst()
                .orElseThrow(() -> malformed("window", "'window' is hour, day, month or total")));
    }

    private List<String> groupBy(Definition definition) {
        List<String> names = text("groupBy").map(value -> List.of(value.split(",", -1))).orElse(List.of()).stream()
                .distinct().toList();
        names.forEach(name -> requireGroup(definition, "groupBy", name));
        return names;
    }

    private Map<String, Optional<String>> filter(Definition definition) {
        Map<String, Optional<String>> filter = new LinkedHashMap<>();
        given.forEach((name, values) -> {
            if (name.startsWith(FILTER)) {
                requireGroup(definition, shown(name), name.substring(FILTER.length()));
                filter.put(name.substring(FILTER.length()), Optional.of(values.get(0)).filter(value -> !value.isEmpty()));
            }
        });
        return filter;
    }

    private static void requireGroup(Definition definition, String field, String name) {
        if (!definition.groupBy().containsKey(name)) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, field, "this meter does not group by '" + shown(name) + "'; it groups by "
                    + (definition.groupBy().isEmpty() ? "nothing" : String.join(", ", definition.groupBy().keySet())));
        }
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name)).map(values -> values.get(0)).filter(value -> !value.isEmpty());
    }

    private static int number(String name, String value, int least, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as a number out of range is.
        }
        throw malformed(name, "'" + name + "' is a whole number from " + least + " to " + most);
    }

    private static String shown(String name) {
        return name.length() > 100 ? name.substring(0, 100) + "…" : name;
    }

    private static InvalidInput malformed(String field, String detail) {
        return new InvalidInput(ErrorCode.MALFORMED_PARAMETER, field, detail);
    }
}
