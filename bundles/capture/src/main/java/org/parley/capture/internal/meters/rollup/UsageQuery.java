package org.parley.capture.internal.meters.rollup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.capture.internal.meters.Meter;
import org.parley.capture.internal.meters.WindowKind;
import org.parley.common.CustomerId;

/**
 * What usage is asked for.
 *
 * @param customer whose; empty for that of all
 * @param from     where a window of this kind starts, an hour if there is none
 * @param to       likewise
 * @param window   empty for one figure over the whole range
 * @param groupBy  the names of the definition that the figures are told apart by
 * @param filter   names of the definition with the value that events must have; an empty value for none
 */
public record UsageQuery(Meter meter, Optional<CustomerId> customer, Instant from, Instant to,
        Optional<WindowKind> window, List<String> groupBy, Map<String, Optional<String>> filter, int limit,
        Optional<UsageCursor> after) {

    /** Whether the rows for all groups do not tell enough. */
    boolean byGroup() {
        return !groupBy.isEmpty() || !filter.isEmpty();
    }
}
