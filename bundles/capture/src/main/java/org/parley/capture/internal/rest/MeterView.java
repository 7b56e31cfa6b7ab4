package org.parley.capture.internal.rest;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.capture.internal.metering.WithoutValue;
import org.parley.capture.internal.meters.Meter;
import org.parley.capture.internal.meters.Pointer;
import org.parley.capture.internal.meters.rollup.Progress;

/**
 * A meter as it is told.
 *
 * @param ready        whether this version has counted all that there was when it was defined
 * @param counted      up to which position of the journal it has counted
 * @param of           up to which it has to
 * @param withoutValue the events that it could not take; only where a single meter is told
 */
public record MeterView(String id, int version, String eventType, String aggregation, Optional<String> valuePath,
        Map<String, String> groupBy, String timeZone, Instant publishedAt, boolean ready, long counted, long of,
        Optional<WithoutValue> withoutValue) {

    static MeterView of(Meter meter, Progress progress, Optional<WithoutValue> withoutValue) {
        Map<String, String> groupBy = new TreeMap<>();
        meter.definition().groupBy().forEach((name, path) -> groupBy.put(name, path.text()));
        return new MeterView(meter.id(), meter.version(), meter.definition().eventType(),
                meter.definition().aggregation().label(), meter.definition().valuePath().map(Pointer::text), groupBy,
                meter.definition().zone().getId(), meter.publishedAt(), progress.ready(), progress.counted(), progress.of(),
                withoutValue);
    }
}
