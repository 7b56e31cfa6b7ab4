package org.parley.capture.internal.metering;

import java.time.Instant;
import java.util.List;

/**
 * The events of a meter's type that had no value that it could take.
 *
 * @param count  how many there were
 * @param latest the last of them that are still in the journal, the newest first
 */
public record WithoutValue(long count, List<Told> latest) {

    /** One of them, and what was wrong. */
    public record Told(String source, String id, Instant time, String why) {}
}
