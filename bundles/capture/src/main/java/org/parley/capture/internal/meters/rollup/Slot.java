package org.parley.capture.internal.meters.rollup;

import java.time.Instant;
import java.util.Optional;
import org.parley.common.CustomerId;
import org.parley.capture.internal.meters.Group;
import org.parley.capture.internal.meters.WindowKind;

/**
 * Which row of a meter.
 *
 * @param customer whose events; empty for those of all, also of nobody in particular
 * @param start    of the window
 */
public record Slot(WindowKind kind, Optional<CustomerId> customer, Instant start, Group group) {

    Slot with(Group other) {
        return new Slot(kind, customer, start, other);
    }
}
