package org.parley.capture.internal.journal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.capture.api.Appended;
import org.parley.capture.api.Appended.Outcome;
import org.parley.capture.api.Journal;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** Writes a group of events: duplicates are told, the rest goes into one synced write. For one thread. */
final class JournalWriter {

    private static final int CHUNK_BYTES = 512 * 1024;
    private static final int CHUNK_EVENTS = 4096;

    private final JournalFiles files;
    private final ChunkReads reads;
    private final Head head;
    private final InstantSource time;
    private final JournalFigures figures;
    private final Keeping keeping;

    JournalWriter(JournalFiles files, ChunkReads reads, Head head, InstantSource time, JournalFigures figures,
            Keeping keeping) {
        this.files = files;
        this.reads = reads;
        this.head = head;
        this.time = time;
        this.figures = figures;
        this.keeping = keeping;
    }

    List<Appended> write(List<NewEvent> events) {
        return files.use(open -> new Group(events).write(open));
    }

    /** One commit under way. */
    private final class Group {

        private final List<NewEvent> events;
        private final List<Appended> outcomes;
        private final List<NewEvent> taken;
        private final Map<IdKey, IdIndex.Entry> known;
        private final long before = head.position();
        private final Instant now = time.instant();

        Group(List<NewEvent> events) {
            this.events = events;
            this.outcomes = new ArrayList<>(events.size());
            this.taken = new ArrayList<>(events.size());
            this.known = new HashMap<>(events.size() * 2);
        }

        List<Appended> write(JournalFiles open) throws RocksDBException {
            List<byte[]> keys = events.stream().map(event -> event.key().bytes()).toList();
            List<IdIndex.@Nullable Entry> stored = IdIndex.findAll(open, keys);
            try (WriteBatch batch = new WriteBatch(events.size() * 64)) {
                for (int i = 0; i < events.size(); i++) {
                    take(open, batch, events.get(i), keys.get(i), stored.get(i));
                }
                if (!taken.isEmpty()) {
                    commit(open, batch);
                }
            }
            return outcomes;
        }

        private void take(JournalFiles open, WriteBatch batch, NewEvent event, byte[] key,
                IdIndex.@Nullable Entry stored) throws RocksDBException {
            IdIndex.@Nullable Entry there = stored != null ? stored : known.get(event.key());
            if (there != null) {
                outcomes.add(new Appended(again(event, there), there.position()));
                return;
            }
            if (keeping.isTooOld(event, now)) {
                outcomes.add(new Appended(Outcome.TOO_OLD, Journal.START));
                return;
            }
            taken.add(event);
            IdIndex.Entry entry = new IdIndex.Entry(before + taken.size(), event.contentHash());
            known.put(event.key(), entry);
            batch.put(open.ids(), key, entry.bytes());
            outcomes.add(new Appended(Outcome.ACCEPTED, entry.position()));
        }

        private Outcome again(NewEvent event, IdIndex.Entry there) {
            return there.contentHash() == event.contentHash() || saysTheSame(event, there.position())
                    ? Outcome.DUPLICATE : Outcome.CONFLICT;
        }

        private boolean saysTheSame(NewEvent event, long position) {
            StoredEvent there = position <= before ? reads.at(position).orElseThrow()
                    : single(taken.get((int) (position - before - 1)));
            return single(event).saysTheSameAs(there);
        }

        private void commit(JournalFiles open, WriteBatch batch) throws RocksDBException {
            long start = System.nanoTime();
            List<Chunk> chunks = pack();
            for (Chunk chunk : chunks) {
                batch.put(open.chunks(), Keys.of(chunk.first()), chunk.bytes());
            }
            try (WriteOptions synced = new WriteOptions().setSync(true)) {
                open.db().write(synced, batch);
            } catch (RocksDBException e) {
                if (FullDisk.isMeant(e)) {
                    throw FullDisk.unavailable(e);
                }
                throw e;
            }
            chunks.forEach(reads::remember);
            head.moveTo(before + taken.size());
            figures.commit(taken.size(), chunks.stream().mapToLong(Chunk::size).sum(), System.nanoTime() - start);
        }

        private List<Chunk> pack() {
            List<Chunk> chunks = new ArrayList<>();
            int from = 0;
            while (from < taken.size()) {
                int to = end(from);
                chunks.add(new Chunk(before + from + 1, Chunk.pack(taken.subList(from, to), now)));
                from = to;
            }
            return chunks;
        }

        private int end(int from) {
            int to = from;
            long bytes = 0;
            while (to < taken.size() && to - from < CHUNK_EVENTS && bytes < CHUNK_BYTES) {
                bytes += taken.get(to).stored().length;
                to++;
            }
            return to;
        }
    }

    private static StoredEvent single(NewEvent event) {
        return new Chunk(1, Chunk.pack(List.of(event), Instant.EPOCH)).event(0, new HeaderReader());
    }
}
