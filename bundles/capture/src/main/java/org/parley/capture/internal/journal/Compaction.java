package org.parley.capture.internal.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * Removes the events whose time of keeping has ended: their chunks are written again without them, in one write with
 * the removal of their id and timeline keys. A crash leaves each slice done or not done; the next run does the rest.
 * Chunks that become empty melt into one, so that what is gone takes no room. Runs in slices, so that the journal can
 * be closed in between, and memory is bounded by a slice.
 */
final class Compaction {

    /**
     * An event stays so long after its arrival, whatever its own time is: readers may write without a sync, and a
     * machine that fails may take back the last seconds of what they have passed.
     */
    static final Duration SETTLED = Duration.ofHours(1);

    private static final int SLICE_BYTES = 8 << 20;

    private final JournalFiles files;
    private final Cutoffs cutoffs;
    private final Instant arrivedBefore;
    private final long limit;
    private final Progress progress;
    private final HeaderReader headers = new HeaderReader();
    private final DerivedIndex ids = new DerivedIndex.Ids();
    private final DerivedIndex times = new DerivedIndex.Times(Long.MAX_VALUE);
    private Optional<Gap> gap = Optional.empty();
    private long next = 1;
    private long events;

    /** A run of positions without events. */
    private record Gap(long first, long covered, Instant recordedAt, boolean isStored) {

        Gap with(long more) {
            return new Gap(first, covered + more, recordedAt, false);
        }

        boolean endsBefore(Chunk chunk) {
            return first + covered == chunk.first();
        }
    }

    /**
     * @param cutoffs events from before may go
     * @param arrivedBefore what arrived later stays for now
     * @param limit   every reader, the timeline included, has passed this position
     */
    Compaction(JournalFiles files, Cutoffs cutoffs, Instant arrivedBefore, long limit, Progress progress) {
        this.files = files;
        this.cutoffs = cutoffs;
        this.arrivedBefore = arrivedBefore;
        this.limit = limit;
        this.progress = progress;
    }

    /** Does the next slice; whether there are more. */
    boolean slice() {
        return files.use(open -> {
            try (WriteBatch batch = new WriteBatch(); WriteOptions options = new WriteOptions();
                    RocksIterator chunks = open.db().newIterator(open.chunks())) {
                boolean more = collect(open, batch, chunks);
                store(open, batch);
                if (batch.count() > 0) {
                    open.db().write(options, batch);
                }
                progress.at("positions looked at", next - 1, limit);
                return more;
            }
        });
    }

    /** How many events were removed so far. */
    long events() {
        return events;
    }

    private boolean collect(JournalFiles open, WriteBatch batch, RocksIterator chunks) throws RocksDBException {
        long seen = 0;
        for (chunks.seek(Keys.of(next)); chunks.isValid() && seen < SLICE_BYTES; chunks.next()) {
            Chunk chunk = new Chunk(Keys.at(chunks.key(), 0), chunks.value());
            if (chunk.last() > limit || !chunk.recordedAt().isBefore(arrivedBefore)) {
                return false;
            }
            compact(open, batch, chunk);
            next = chunk.last() + 1;
            seen += chunk.size();
        }
        chunks.status();
        return chunks.isValid();
    }

    private void compact(JournalFiles open, WriteBatch batch, Chunk chunk) throws RocksDBException {
        List<Integer> kept = new ArrayList<>();
        List<StoredEvent> gone = new ArrayList<>();
        for (int i = 0; i < chunk.count(); i++) {
            StoredEvent event = chunk.event(i, headers);
            if (cutoffs.isBefore(event.header())) {
                gone.add(event);
            } else {
                kept.add(i);
            }
        }
        removeKeys(open, batch, gone);
        events += gone.size();
        if (kept.isEmpty() && chunk.missing() == Chunk.Missing.EXPIRED) {
            melt(open, batch, chunk);
            return;
        }
        store(open, batch);
        gap = Optional.empty();
        if (!gone.isEmpty()) {
            batch.put(open.chunks(), Keys.of(chunk.first()), chunk.keeping(kept));
        }
    }

    private void melt(JournalFiles open, WriteBatch batch, Chunk chunk) throws RocksDBException {
        if (gap.isPresent() && gap.get().endsBefore(chunk)) {
            batch.delete(open.chunks(), Keys.of(chunk.first()));
            gap = Optional.of(gap.get().with(chunk.covered()));
        } else {
            store(open, batch);
            gap = Optional.of(new Gap(chunk.first(), chunk.covered(), chunk.recordedAt(),
                    chunk.count() == 0));
        }
    }

    private void store(JournalFiles open, WriteBatch batch) throws RocksDBException {
        if (gap.isPresent() && !gap.get().isStored()) {
            Gap last = gap.get();
            batch.put(open.chunks(), Keys.of(last.first()),
                    Chunk.empty(Chunk.Missing.EXPIRED, last.recordedAt(), last.covered()));
            gap = Optional.of(new Gap(last.first(), last.covered(), last.recordedAt(), true));
        }
    }

    private void removeKeys(JournalFiles open, WriteBatch batch, List<StoredEvent> gone) throws RocksDBException {
        if (gone.isEmpty()) {
            return;
        }
        List<byte[]> keys = gone.stream().map(event -> ids.entryOf(event).orElseThrow().key()).toList();
        List<IdIndex.@Nullable Entry> entries = IdIndex.findAll(open, keys);
        for (int i = 0; i < gone.size(); i++) {
            IdIndex.@Nullable Entry entry = entries.get(i);
            if (entry != null && entry.position() == gone.get(i).position()) {
                batch.delete(open.ids(), keys.get(i));
            }
            Optional<IndexEntry> place = times.entryOf(gone.get(i));
            if (place.isPresent()) {
                batch.delete(open.timeline(), place.get().key());
            }
        }
    }
}
