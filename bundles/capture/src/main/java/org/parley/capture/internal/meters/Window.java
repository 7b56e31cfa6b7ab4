package org.parley.capture.internal.meters;

import java.time.Instant;

/**
 * A stretch of time, never empty.
 *
 * @param start the first instant in it
 * @param end   the first instant after it
 */
public record Window(Instant start, Instant end) {

    public boolean contains(Instant time) {
        return !time.isBefore(start) && time.isBefore(end);
    }
}
