package org.parley.pricing.internal;

import java.time.Instant;
import java.util.Optional;

/**
 * Whose usage a cycle owns: what happened after {@code since}, up to {@code until}. The periods of a relationship's
 * cycles follow each other without a gap, so each event belongs to one of them.
 *
 * @param since the end of the period before; of the first cycle, the moment just before the relationship began
 * @param until empty while the cycle is open
 */
public record Period(Moment since, Optional<Moment> until) {

    /** That of a relationship's first cycle. */
    static Period first(Instant started) {
        return new Period(Moment.of(started, 0), Optional.empty());
    }

    /** The same, ended at a time by when the journal had been read up to a position. */
    Period ended(Instant at, long position) {
        return new Period(since, Optional.of(Moment.of(at, position)));
    }

    /** That of the cycle that follows. */
    Period next() {
        return new Period(until.orElseThrow(), Optional.empty());
    }

    public boolean holds(Moment moment) {
        return moment.isAfter(since) && until.filter(moment::isAfter).isEmpty();
    }
}
