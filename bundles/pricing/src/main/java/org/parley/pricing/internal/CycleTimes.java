package org.parley.pricing.internal;

import java.time.Instant;
import java.util.Optional;

/**
 * When things happened to a cycle.
 *
 * @param ended  when use ended, which is when the price was asked for
 * @param due    when an open cycle ends by itself, or a requested one lapses
 * @param closed when it was priced first, or lapsed
 * @param resuggested when it was last suggested anew, since usage of its period had come late
 */
public record CycleTimes(Instant opened, Optional<Instant> ended, Optional<Instant> due, Optional<Instant> closed,
        Optional<Instant> resuggested) {

    /** Those of a cycle that opens. */
    static CycleTimes opened(Instant at, Optional<Instant> due) {
        return new CycleTimes(at, Optional.empty(), due, Optional.empty(), Optional.empty());
    }

    CycleTimes ended(Instant at, Instant deadline) {
        return new CycleTimes(opened, Optional.of(at), Optional.of(deadline), Optional.empty(), Optional.empty());
    }

    CycleTimes resuggested(Instant at) {
        return new CycleTimes(opened, ended, due, closed, Optional.of(at));
    }

    /** Closed now, unless it was before. */
    CycleTimes closed(Instant at) {
        return new CycleTimes(opened, ended, Optional.empty(), closed.or(() -> Optional.of(at)), resuggested);
    }
}
