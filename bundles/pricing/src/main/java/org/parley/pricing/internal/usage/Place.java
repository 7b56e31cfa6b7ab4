package org.parley.pricing.internal.usage;

import java.time.Instant;
import java.util.Optional;
import org.parley.pricing.api.CycleId;
import org.parley.pricing.internal.CycleState;
import org.parley.pricing.internal.Moment;
import org.parley.pricing.internal.store.UsageOwners.Current;

/** What becomes of an event. */
public sealed interface Place {

    /** It counts into the open cycle. */
    record Counted(CycleId cycle) implements Place {}

    /** It belongs to the cycle that waits for its price, which must be suggested anew with it. */
    record Resuggests() implements Place {}

    /** It counts into what the next cycle begins with. */
    record Carried() implements Place {}

    /** A period may still end before it, so no sum can take it yet. */
    record Waiting() implements Place {}

    /** It is listed with a cycle that takes no more. */
    record Late(CycleId cycle, LateReason reason) implements Place {}

    /**
     * Where an event belongs that happened within the current cycle's period or after it. No period can end before the
     * clock's present, nor after the time at which it ends by itself: what lies beyond either has to wait.
     */
    static Place in(Current current, Moment moment, Instant now) {
        boolean requested = current.state() == CycleState.REQUESTED;
        if (requested && current.period().holds(moment)) {
            return new Resuggests();
        }
        long due = current.due().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
        if (moment.millis() > Math.min(now.toEpochMilli(), due)) {
            return new Waiting();
        }
        return requested ? new Carried() : new Counted(current.cycle());
    }

    /** Where an event belongs that happened after the last period of a relationship that has no current cycle. */
    static Place afterAll(Moment moment, Instant now) {
        return moment.millis() > now.toEpochMilli() ? new Waiting() : new Carried();
    }

    /** Where an event belongs whose cycle is closed. */
    static Place closed(Optional<CycleId> cycle, CycleId first) {
        return cycle.<Place>map(owner -> new Late(owner, LateReason.CLOSED))
                .orElseGet(() -> new Late(first, LateReason.BEFORE_START));
    }
}
