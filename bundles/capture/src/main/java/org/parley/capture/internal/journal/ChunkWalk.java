package org.parley.capture.internal.journal;

import java.util.List;
import java.util.Optional;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** All chunks at one moment, in order. What cannot be read is told, with the positions it should have covered. */
final class ChunkWalk implements AutoCloseable {

    /** A stretch of the journal. */
    sealed interface Step {}

    /** A chunk that can be read, with its events. */
    record Whole(Chunk chunk, List<StoredEvent> events) implements Step {}

    /**
     * Positions that cannot be read.
     *
     * @param bytes what stands there, if anything could be read
     */
    record Damaged(long first, long last, String reason, Optional<byte[]> bytes) implements Step {

        @Override
        public String toString() {
            return "positions " + first + " to " + last + ": " + reason;
        }
    }

    private final Moment moment;
    private final RocksIterator chunks;
    private final HeaderReader headers = new HeaderReader();
    private final long head;
    private long expected = 1;

    /** @param head up to which position there must be chunks at this moment at the least */
    ChunkWalk(Moment moment, long head) {
        this.moment = moment;
        this.head = head;
        this.chunks = moment.iterate(moment.files().chunks());
        chunks.seekToFirst();
    }

    /** The next stretch; empty at the end. */
    Optional<Step> next() {
        moment.files().requireOpen();
        String failure = failure();
        if (!chunks.isValid() && failure.isEmpty() && expected > head) {
            return Optional.empty();
        }
        if (!chunks.isValid()) {
            return Optional.of(unreadable(failure.isEmpty() ? "there is no chunk" : failure));
        }
        long first = Keys.at(chunks.key(), 0);
        if (first != expected) {
            return Optional.of(misplaced(first));
        }
        return Optional.of(read(first, chunks.value()));
    }

    private Step misplaced(long first) {
        if (first > expected) {
            Step gap = new Damaged(expected, first - 1, "there is no chunk", Optional.empty());
            expected = first;
            return gap;
        }
        Step overlap = new Damaged(first, expected - 1, "a chunk begins within the chunk before it", Optional.empty());
        chunks.next();
        return overlap;
    }

    private Step read(long first, byte[] bytes) {
        try {
            Chunk chunk = new Chunk(first, bytes);
            Whole whole = new Whole(chunk, chunk.events(headers));
            chunks.next();
            expected = chunk.last() + 1;
            return whole;
        } catch (RuntimeException e) {
            chunks.next();
            return behind(first, "the chunk cannot be read: " + e.getMessage(), Optional.of(bytes));
        }
    }

    /** What follows up to the next chunk that the database can read. */
    private Step unreadable(String reason) {
        seekReadable(expected);
        return behind(expected, reason, Optional.empty());
    }

    private Step behind(long first, String reason, Optional<byte[]> bytes) {
        long last = chunks.isValid() ? Keys.at(chunks.key(), 0) - 1 : Math.max(first, head);
        expected = last + 1;
        return new Damaged(first, last, reason, bytes);
    }

    /** A block of the database that is broken hides where the next one begins: it is found by halving. */
    private void seekReadable(long from) {
        long bad = from;
        long good = from;
        for (long step = 1; good <= head && !seek(good = from + step); step *= 2) {
            bad = good;
        }
        while (good - bad > 1) {
            long middle = bad + (good - bad) / 2;
            if (seek(middle)) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        seek(good);
    }

    private boolean seek(long position) {
        chunks.seek(Keys.of(position));
        return failure().isEmpty();
    }

    private String failure() {
        try {
            chunks.status();
            return "";
        } catch (RocksDBException e) {
            return "the database cannot read the chunk: " + e.getMessage();
        }
    }

    @Override
    public void close() {
        chunks.close();
    }
}
