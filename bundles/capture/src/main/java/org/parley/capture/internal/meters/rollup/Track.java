package org.parley.capture.internal.meters.rollup;

import org.parley.capture.internal.meters.Meter;

/** One version of a meter on its way through the journal. Changed under the engine's lock, read by anyone. */
final class Track {

    private final Meter meter;
    private volatile Standing standing;

    Track(Meter meter, Standing standing) {
        this.meter = meter;
        this.standing = standing;
    }

    Meter meter() {
        return meter;
    }

    Standing standing() {
        return standing;
    }

    void moved(Standing to) {
        standing = to;
    }

    boolean is(Standing.State state) {
        return standing.state() == state;
    }

    boolean isOlderVersionOf(Track other) {
        return meter.seller().equals(other.meter.seller()) && meter.id().equals(other.meter.id())
                && meter.version() < other.meter.version();
    }
}
