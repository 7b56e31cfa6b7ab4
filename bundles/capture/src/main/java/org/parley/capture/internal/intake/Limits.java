package org.parley.capture.internal.intake;

import java.time.Duration;

/**
 * How much is taken.
 *
 * @param eventBytes the size of one event's JSON
 * @param bodyBytes  the size of a body that is one event or one batch
 * @param unpackedBytes what any body that is sent packed may unpack to
 * @param uploads       how many NDJSON uploads and packed bodies are read at a time
 * @param ahead      how far after the seller's now an event's time may be
 */
public record Limits(int eventBytes, int bodyBytes, long unpackedBytes, int uploads, Duration ahead) {

    public static final Limits DEFAULT = new Limits(256 << 10, 16 << 20, 4L << 30, 64, Duration.ofHours(24));

    public Limits {
        if (eventBytes < 1024 || bodyBytes < eventBytes || unpackedBytes < eventBytes || ahead.isNegative()) {
            throw new IllegalArgumentException("an event may have at least 1 KB, a body, packed or not, at least as much as an event, "
                    + "and the time ahead is not negative; these are " + eventBytes + ", " + bodyBytes + ", "
                    + unpackedBytes + ", " + ahead);
        }
    }
}
