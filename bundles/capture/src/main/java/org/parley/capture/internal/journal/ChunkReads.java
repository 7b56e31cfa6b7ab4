package org.parley.capture.internal.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.capture.api.RecordedEvent;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** Reads events by position. Readers in a row find their chunk decoded already, wherever their last batch ended. */
final class ChunkReads {

    private static final long RECENT_BYTES = 8L << 20;

    private final JournalFiles files;
    private final Head head;
    private final RecentChunks recent = new RecentChunks(RECENT_BYTES);

    ChunkReads(JournalFiles files, Head head) {
        this.files = files;
        this.head = head;
    }

    /** The position of the last event on disk, or 0. */
    static long lastPosition(JournalFiles files) {
        return files.use(open -> {
            try (RocksIterator chunks = open.db().newIterator(open.chunks())) {
                chunks.seekToLast();
                chunks.status();
                return chunks.isValid() ? new Chunk(Keys.at(chunks.key(), 0), chunks.value()).last() : 0L;
            }
        });
    }

    void remember(Chunk chunk) {
        recent.add(chunk);
    }

    Optional<StoredEvent> at(long position) {
        if (position < 1 || position > head.position()) {
            return Optional.empty();
        }
        HeaderReader headers = new HeaderReader();
        return Optional.of(files.use(open -> {
            try (Walk walk = new Walk(open)) {
                Chunk chunk = walk.holding(position);
                recent.add(chunk);
                return chunk.at(position, headers);
            }
        }));
    }

    List<RecordedEvent> read(long after, int max) {
        long last = Math.min(head.position(), after + max);
        if (after >= last) {
            return List.of();
        }
        return files.use(open -> {
            try (Walk walk = new Walk(open)) {
                return read(walk, after + 1, last);
            }
        });
    }

    private List<RecordedEvent> read(Walk walk, long first, long last) throws RocksDBException {
        List<RecordedEvent> events = new ArrayList<>((int) (last - first + 1));
        HeaderReader headers = new HeaderReader();
        long next = first;
        while (next <= last) {
            Chunk chunk = walk.holding(next);
            for (long end = Math.min(last, chunk.last()); next <= end; next++) {
                events.add(chunk.at(next, headers).recorded());
            }
            if (chunk.last() > last) {
                recent.add(chunk);
            }
        }
        return events;
    }

    /** A way through the chunks in order; the database is asked only where the recent chunks end. */
    private final class Walk implements AutoCloseable {

        private final JournalFiles open;
        private Optional<RocksIterator> iterator = Optional.empty();

        Walk(JournalFiles open) {
            this.open = open;
        }

        Chunk holding(long position) throws RocksDBException {
            Optional<Chunk> known = recent.holding(position);
            return known.isPresent() ? known.get() : fromDisk(position);
        }

        private Chunk fromDisk(long position) throws RocksDBException {
            RocksIterator chunks = iterator.orElseGet(this::iterate);
            if (chunks.isValid()) {
                chunks.next();
            }
            if (!chunks.isValid() || Keys.at(chunks.key(), 0) != position) {
                chunks.seekForPrev(Keys.of(position));
            }
            chunks.status();
            if (!chunks.isValid()) {
                throw new IllegalStateException("the journal has no event at " + position + "; verify it");
            }
            return verified(new Chunk(Keys.at(chunks.key(), 0), chunks.value()), position);
        }

        private Chunk verified(Chunk chunk, long position) {
            if (!chunk.holds(position)) {
                throw new IllegalStateException("the journal has no event at " + position + "; the chunk before ends at "
                        + chunk.last());
            }
            return chunk;
        }

        private RocksIterator iterate() {
            try (ReadOptions options = new ReadOptions().setFillCache(false)) {
                RocksIterator opened = open.db().newIterator(open.chunks(), options);
                iterator = Optional.of(opened);
                return opened;
            }
        }

        @Override
        public void close() {
            iterator.ifPresent(RocksIterator::close);
        }
    }
}
