package org.parley.capture.internal.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.parley.common.SellerId;

/**
 * How long events are kept, and from before when they were removed. An event that is older than either is not taken:
 * its id key may be gone, so nobody could tell whether it was counted before.
 */
public final class Keeping {

    /** How old the floor may be: it moves with the time. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    /** From when on events are taken; with the latest of all, which most events are behind. */
    private record Floor(Cutoffs cutoffs, Instant latest, Instant made) {}

    private Map<SellerId, Map<String, Duration>> rules = Map.of();
    private Cutoffs removed;
    private volatile Floor floor;

    Keeping(Cutoffs removed) {
        this.removed = removed;
        this.floor = floor(Instant.MIN);
    }

    /** From now on, events of these sellers and types are kept so long, and all others for ever. */
    public synchronized void keep(Map<SellerId, Map<String, Duration>> wanted, Instant now) {
        rules = wanted;
        floor = floor(now);
    }

    /** What may be removed at this moment; nothing of it is taken from now on. */
    synchronized Cutoffs close(Instant now) {
        Cutoffs ended = ended(now);
        removed = removed.and(ended);
        floor = floor(now);
        return ended;
    }

    /** Events of this type from before were removed, or are about to be; {@link Instant#MIN} if none were. */
    public synchronized Instant removedBefore(SellerId seller, String type) {
        return removed.from(seller, type);
    }

    /** Whether an event is too old to be taken; to be asked after its id was looked for. */
    boolean isTooOld(NewEvent event, Instant now) {
        Floor present = floor;
        if (!present.cutoffs().isEmpty() && Duration.between(present.made(), now).compareTo(FRESH) > 0) {
            present = refreshed(now);
        }
        return !event.time().isAfter(present.latest()) && present.cutoffs().isBefore(event.header());
    }

    private synchronized Floor refreshed(Instant now) {
        floor = floor(now);
        return floor;
    }

    private Floor floor(Instant now) {
        Cutoffs all = removed.and(ended(now));
        return new Floor(all, all.latest(), now);
    }

    private Cutoffs ended(Instant now) {
        return Cutoffs.of(all -> rules.forEach((seller, types) -> types.forEach((type, kept) ->
                all.add(seller, type, now.minus(kept)))));
    }
}
