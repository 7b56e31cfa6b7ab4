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

    /** The last position on disk, or 0. */
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

    /** Chunks were rewritten: what is remembered may be of before. */
    void forget() {
        recent.clear();
    }

    Optional<StoredEvent> at(long position) {
        if (position < 1 || position > head.position()) {
            return Optional.empty();
        }
        return walk(walk -> {
            Chunk chunk = walk.covering(position);
            walk.remember(chunk);
            return chunk.at(position, new HeaderReader());
        });
    }

    /** The event at this position, or the nearest before it. */
    Optional<StoredEvent> atOrBefore(long position) {
        return walk(walk -> {
            for (long at = Math.min(position, head.position()); at >= 1; ) {
                Chunk chunk = walk.covering(at);
                int behind = chunk.indexFrom(at + 1);
                if (behind > 0) {
                    walk.remember(chunk);
                    return Optional.of(chunk.event(behind - 1, new HeaderReader()));
                }
                at = chunk.first() - 1;
            }
            return Optional.empty();
        });
    }

    List<RecordedEvent> read(long after, int max) {
        long last = head.position();
        return after >= last ? List.of() : walk(walk -> read(walk, after + 1, last, max));
    }

    private static List<RecordedEvent> read(Walk walk, long first, long last, int max) throws RocksDBException {
        List<RecordedEvent> events = new ArrayList<>((int) Math.min(max, last - first + 1));
        HeaderReader headers = new HeaderReader();
        long next = first;
        while (next <= last && events.size() < max) {
            Chunk chunk = walk.covering(next);
            int index = chunk.indexFrom(next);
            while (index < chunk.count() && events.size() < max) {
                events.add(chunk.event(index++, headers).recorded());
            }
            if (index < chunk.count()) {
                walk.remember(chunk);
            }
            next = chunk.last() + 1;
        }
        return events;
    }

    private interface Walking<T> {
        T along(Walk walk) throws RocksDBException;
    }

    private <T> T walk(Walking<T> work) {
        return files.use(open -> {
            try (Walk walk = new Walk(open)) {
                return work.along(walk);
            }
        });
    }

    /** A way through the chunks; the database is asked only where the recent chunks end. */
    private final class Walk implements AutoCloseable {

        private final JournalFiles open;
        private final long rewrites = recent.rewrites();
        private Optional<RocksIterator> iterator = Optional.empty();

        Walk(JournalFiles open) {
            this.open = open;
        }

        void remember(Chunk chunk) {
            recent.add(chunk, rewrites);
        }

        Chunk covering(long position) throws RocksDBException {
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
            if (!chunk.covers(position)) {
                throw new IllegalStateException("the journal has no event at " + position + "; the chunk before ends at "
                        + chunk.last() + "; verify it");
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
