package org.parley.capture.internal.journal;

import java.time.Instant;

/**
 * An event as it goes to the journal.
 *
 * @param key         what finds it by its identity
 * @param contentHash equal for equal JSON bytes; tells a plain repetition without looking at the stored event
 * @param stored      its bytes in a chunk, as {@link StoredEvent} reads them
 */
public record NewEvent(IdKey key, long contentHash, byte[] stored) {

    /** When it happened, to the second; read without the rest of the header. */
    Instant time() {
        return Instant.ofEpochSecond(Keys.at(stored, EventEncoder.TIME_OFFSET));
    }

    EventHeader header() {
        return new HeaderReader().read(new RecordReader(stored, 0));
    }
}
