package org.parley.capture.internal.journal;

import java.time.Instant;
import java.util.List;

/**
 * Events that stand next to each other in the journal, packed into one value: a format byte, when they were recorded
 * (milliseconds), how many they are, the length of each, then the records themselves.
 */
final class Chunk {

    private static final int FORMAT = 1;

    private final long first;
    private final byte[] bytes;
    private final Instant recordedAt;
    private final int[] starts;

    /** @param first the position of the first event; the chunk's key */
    Chunk(long first, byte[] bytes) {
        RecordReader in = new RecordReader(bytes, 0);
        int format = in.next();
        if (format != FORMAT) {
            throw new IllegalStateException("the chunk at " + first + " has the unknown format " + format);
        }
        this.first = first;
        this.bytes = bytes;
        this.recordedAt = Instant.ofEpochMilli(in.nextLong());
        this.starts = starts(in);
    }

    private static int[] starts(RecordReader in) {
        int[] starts = new int[in.nextVar() + 1];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = in.nextVar();
        }
        starts[0] = in.offset();
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        return starts;
    }

    static byte[] pack(List<NewEvent> events, Instant recordedAt) {
        int size = events.stream().mapToInt(event -> event.stored().length + 3).sum();
        Bytes out = new Bytes(size + 16);
        out.put(FORMAT).putLong(recordedAt.toEpochMilli()).putVar(events.size());
        events.forEach(event -> out.putVar(event.stored().length));
        events.forEach(event -> out.put(event.stored(), 0, event.stored().length));
        return out.toArray();
    }

    long first() {
        return first;
    }

    long last() {
        return first + count() - 1;
    }

    int count() {
        return starts.length - 1;
    }

    int size() {
        return bytes.length;
    }

    byte[] bytes() {
        return bytes;
    }

    boolean holds(long position) {
        return position >= first && position <= last();
    }

    /** The event at a position that this chunk holds. */
    StoredEvent at(long position, HeaderReader headers) {
        int index = (int) (position - first);
        RecordReader in = new RecordReader(bytes, starts[index]);
        EventHeader header = headers.read(in);
        int dataOffset = in.nextVar();
        int dataLength = in.nextVar();
        return new StoredEvent(position, recordedAt, header, bytes, in.offset(), starts[index + 1] - in.offset(),
                dataOffset, dataLength);
    }
}
