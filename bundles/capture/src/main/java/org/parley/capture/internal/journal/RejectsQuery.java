package org.parley.capture.internal.journal;

import java.time.Instant;
import java.util.Optional;
import org.parley.common.ErrorCode;
import org.parley.common.SellerId;

/**
 * Which rejected events of a seller are wanted, the latest first.
 *
 * @param type  only those of this event type
 * @param code  only those with this code, as a whole or at one of their fields
 * @param from  the earliest time of rejection, inclusive
 * @param to    the latest time of rejection, exclusive
 * @param after the cursor of the page before
 */
public record RejectsQuery(SellerId seller, Optional<String> type, Optional<ErrorCode> code, Optional<Instant> from,
        Optional<Instant> to, int limit, Optional<String> after) {

    boolean wants(Rejected rejected) {
        return (type.isEmpty() || type.equals(rejected.type())) && code.map(rejected.why()::has).orElse(true)
                && to.map(rejected.at()::isBefore).orElse(true);
    }

    boolean isPast(Rejected rejected) {
        return from.map(rejected.at()::isBefore).orElse(false);
    }
}
