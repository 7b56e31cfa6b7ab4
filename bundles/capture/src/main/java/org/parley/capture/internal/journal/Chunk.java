package org.parley.capture.internal.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Events that stand next to each other in the journal, packed into one value. Every position belongs to one chunk; a
 * chunk that events were removed from covers the same positions as before.
 *
 * <p>Dense, as the intake writes it: the byte 1, when they were recorded (milliseconds), how many they are, the length
 * of each, then the records themselves. Sparse: the byte 2, a byte that says why events are missing, the time, how many
 * positions are covered (eight bytes), how many events are left, for each its distance from the first position and its
 * length, then the records.
 */
final class Chunk {

    /** Why positions of a sparse chunk have no event. */
    enum Missing {
        /** Their type's retention has ended. */
        EXPIRED,
        /** They could not be read any more, and an operator has set the damaged chunk aside. */
        SET_ASIDE
    }

    private static final int DENSE = 1;
    private static final int SPARSE = 2;
    private static final int[] NEIGHBOURS = {};

    private final long first;
    private final byte[] bytes;
    private final Missing missing;
    private final Instant recordedAt;
    private final long covered;
    /** The distance of each event from the first position; empty if they are neighbours. */
    private final int[] places;
    private final int[] starts;

    /** @param first the first position that is covered; the chunk's key */
    Chunk(long first, byte[] bytes) {
        RecordReader in = new RecordReader(bytes, 0);
        int format = in.next();
        if (format != DENSE && format != SPARSE) {
            throw new IllegalStateException("the chunk at " + first + " has the unknown format " + format);
        }
        boolean sparse = format == SPARSE;
        this.first = first;
        this.bytes = bytes;
        this.missing = sparse ? Missing.values()[in.next()] : Missing.EXPIRED;
        this.recordedAt = Instant.ofEpochMilli(in.nextLong());
        long positions = sparse ? in.nextLong() : 0;
        int count = in.nextVar();
        this.covered = sparse ? positions : count;
        this.places = sparse ? new int[count] : NEIGHBOURS;
        this.starts = starts(in, count);
    }

    private int[] starts(RecordReader in, int count) {
        int[] ends = new int[count + 1];
        for (int i = 1; i <= count; i++) {
            if (places.length > 0) {
                places[i - 1] = in.nextVar();
            }
            ends[i] = in.nextVar();
        }
        ends[0] = in.offset();
        for (int i = 1; i <= count; i++) {
            ends[i] += ends[i - 1];
        }
        return ends;
    }

    static byte[] pack(List<NewEvent> events, Instant recordedAt) {
        int size = events.stream().mapToInt(event -> event.stored().length + 3).sum();
        Bytes out = new Bytes(size + 16);
        out.put(DENSE).putLong(recordedAt.toEpochMilli()).putVar(events.size());
        events.forEach(event -> out.putVar(event.stored().length));
        events.forEach(event -> out.put(event.stored(), 0, event.stored().length));
        return out.toArray();
    }

    /** A chunk without any event. */
    static byte[] empty(Missing why, Instant recordedAt, long covered) {
        return sparseHead(why, recordedAt, covered, 0, 0).toArray();
    }

    private static Bytes sparseHead(Missing why, Instant recordedAt, long covered, int count, int size) {
        return new Bytes(size + count * 6 + 24).put(SPARSE).put(why.ordinal()).putLong(recordedAt.toEpochMilli())
                .putLong(covered).putVar(count);
    }

    /** This chunk with these of its events only, by index in ascending order. */
    byte[] keeping(List<Integer> indexes) {
        int size = indexes.stream().mapToInt(this::length).sum();
        Bytes out = sparseHead(missing, recordedAt, covered, indexes.size(), size);
        indexes.forEach(index -> out.putVar((int) (positionOf(index) - first)).putVar(length(index)));
        indexes.forEach(index -> out.put(bytes, starts[index], length(index)));
        return out.toArray();
    }

    private int length(int index) {
        return starts[index + 1] - starts[index];
    }

    long first() {
        return first;
    }

    /** The last position that is covered. */
    long last() {
        return first + covered - 1;
    }

    /** How many positions are covered. */
    long covered() {
        return covered;
    }

    /** How many events there are. */
    int count() {
        return starts.length - 1;
    }

    int size() {
        return bytes.length;
    }

    byte[] bytes() {
        return bytes;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    Missing missing() {
        return missing;
    }

    boolean covers(long position) {
        return position >= first && position <= last();
    }

    long positionOf(int index) {
        return first + (places.length == 0 ? index : places[index]);
    }

    /** The index of the first event at this position or behind it; {@link #count} if there is none. */
    int indexFrom(long position) {
        long place = Math.max(0, position - first);
        if (places.length == 0) {
            return (int) Math.min(place, count());
        }
        int found = place > Integer.MAX_VALUE ? -count() - 1 : Arrays.binarySearch(places, (int) place);
        return found >= 0 ? found : -found - 1;
    }

    /** The event at a position, if it is there. */
    Optional<StoredEvent> at(long position, HeaderReader headers) {
        int index = indexFrom(position);
        return index < count() && positionOf(index) == position ? Optional.of(event(index, headers)) : Optional.empty();
    }

    StoredEvent event(int index, HeaderReader headers) {
        RecordReader in = new RecordReader(bytes, starts[index]);
        EventHeader header = headers.read(in);
        int dataOffset = in.nextVar();
        int dataLength = in.nextVar();
        return new StoredEvent(positionOf(index), recordedAt, header, bytes, in.offset(),
                starts[index + 1] - in.offset(), dataOffset, dataLength);
    }

    /** All events, in order. */
    List<StoredEvent> events(HeaderReader headers) {
        return IntStream.range(0, count()).mapToObj(index -> event(index, headers))
                .collect(ArrayList::new, List::add, List::addAll);
    }
}
