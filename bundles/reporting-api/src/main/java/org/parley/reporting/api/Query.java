package org.parley.reporting.api;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What a caller asks a report.
 *
 * @param from       the first day, in UTC
 * @param to         the day after the last
 * @param parameters the report's own parameters that were given
 */
public record Query(LocalDate from, LocalDate to, Map<String, String> parameters) {

    public Query {
        parameters = Map.copyOf(parameters);
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Whether a value passes the parameter of this name: it was not given, or it is this value. */
    public boolean admits(String name, String value) {
        return parameter(name).map(value::equals).orElse(true);
    }
}
