package org.parley.capture.internal.journal;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.capture.api.Event;
import org.parley.capture.api.RecordedEvent;
import org.parley.common.Values;

/**
 * An event as it is in the journal: its header, and where its JSON and the data within it are in the chunk's bytes.
 *
 * @param recordedAt when it was taken, by the wall clock
 */
public record StoredEvent(long position, Instant recordedAt, EventHeader header, byte[] chunk, int jsonOffset,
        int jsonLength, int dataOffset, int dataLength) {

    /** The JSON bytes as they were sent. */
    public byte[] json() {
        return Arrays.copyOfRange(chunk, jsonOffset, jsonOffset + jsonLength);
    }

    /** The event for a reader; its data is parsed when it is first looked at. */
    public RecordedEvent recorded() {
        return new RecordedEvent(position, new Event(header.seller(), header.source(), header.id(), header.type(),
                header.customer(), header.time(), data()));
    }

    private Values data() {
        return dataLength == 0 ? Values.empty()
                : Values.lazy(() -> Json.object(chunk, jsonOffset + dataOffset, dataLength));
    }

    /** Whether another form of the same event says the same: the order of members and white space do not count. */
    boolean saysTheSameAs(StoredEvent other) {
        return content().equals(other.content());
    }

    private Map<String, @Nullable Object> content() {
        return Content.of(Json.object(chunk, jsonOffset, jsonLength));
    }

    Optional<String> customer() {
        return header.customer().map(Object::toString);
    }
}
