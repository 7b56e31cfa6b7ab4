package org.parley.capture.internal.rest;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.parley.capture.internal.meters.Definition;

/** A meter as it is defined. */
public record MeterInput(String eventType, String aggregation, Optional<String> valuePath, Map<String, String> groupBy,
        Optional<String> timeZone) {

    /** @param otherwise the zone if none is given */
    Definition definition(ZoneId otherwise) {
        return Definition.parse(eventType, aggregation, valuePath, groupBy, timeZone.orElseGet(otherwise::getId));
    }
}
