package org.parley.capture.internal.journal;

/**
 * An event as it goes to the journal.
 *
 * @param key         what finds it by its identity
 * @param contentHash equal for equal JSON bytes; tells a plain repetition without looking at the stored event
 * @param stored      its bytes in a chunk, as {@link StoredEvent} reads them
 */
public record NewEvent(IdKey key, long contentHash, byte[] stored) {}
