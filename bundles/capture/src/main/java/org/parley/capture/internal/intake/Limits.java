package org.parley.capture.internal.intake;

import java.time.Duration;

/**
 * How much is taken.
 *
 * @param eventBytes the size of one event's JSON
 * @param bodyBytes  the size of a body that is one event or one batch
 * @param ahead      how far after the seller's now an event's time may be
 */
public record Limits(int eventBytes, int bodyBytes, Duration ahead) {

    public static final Limits DEFAULT = new Limits(256 << 10, 16 << 20, Duration.ofHours(24));

    public Limits {
        if (eventBytes < 1024 || bodyBytes < eventBytes || ahead.isNegative()) {
            throw new IllegalArgumentException("an event may have at least 1 KB, a body at least as much as an event, "
                    + "and the time ahead is not negative; these are " + eventBytes + ", " + bodyBytes + ", " + ahead);
        }
    }
}
