package org.parley.capture.internal.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Snapshot;

/**
 * Walks the whole journal and proves what must hold: positions from 1 without gaps, for each event its id key, for each
 * id key its event. It looks at one moment's state while events go on coming in.
 */
public final class Verification {

    private static final int MAX_FAULTS = 100;
    private static final long PROGRESS = 100_000;

    /**
     * What was found.
     *
     * @param faults the first of what is wrong; empty if all is well
     */
    public record Result(long chunks, long events, long idKeys, List<String> faults) {

        public boolean isGood() {
            return faults.isEmpty();
        }
    }

    private final EventEncoder encoder = new EventEncoder();
    private final HeaderReader headers = new HeaderReader();
    private final List<String> faults = new ArrayList<>();
    private final LongConsumer progress;
    private long chunks;
    private long last;
    private long counted;

    private Verification(LongConsumer progress) {
        this.progress = progress;
    }

    /** @param progress is told every so often how many events were looked at */
    public static Result of(JournalFiles files, LongConsumer progress) {
        return files.use(open -> new Verification(progress).verify(open));
    }

    private Result verify(JournalFiles open) throws RocksDBException {
        Snapshot snapshot = open.db().getSnapshot();
        try (ReadOptions moment = new ReadOptions().setSnapshot(snapshot).setFillCache(false)) {
            chunks(open, moment);
            long keys = idKeys(open, moment);
            if (keys != counted) {
                fault("there are " + counted + " events and " + keys + " id keys");
            }
            return new Result(chunks, counted, keys, List.copyOf(faults));
        } finally {
            open.db().releaseSnapshot(snapshot);
            snapshot.close();
        }
    }

    private void chunks(JournalFiles open, ReadOptions moment) throws RocksDBException {
        try (RocksIterator all = open.db().newIterator(open.chunks(), moment)) {
            for (all.seekToFirst(); all.isValid(); all.next()) {
                chunk(open, moment, new Chunk(Keys.at(all.key(), 0), all.value()));
            }
            all.status();
        }
    }

    private void chunk(JournalFiles open, ReadOptions moment, Chunk chunk) throws RocksDBException {
        chunks++;
        if (chunk.first() != last + 1) {
            fault("after position " + last + " comes " + chunk.first());
        }
        List<byte[]> keys = new ArrayList<>();
        for (long position = chunk.first(); position <= chunk.last(); position++) {
            EventHeader header = chunk.at(position, headers).header();
            keys.add(encoder.key(header.seller().value(), header.source(), header.id()).bytes());
        }
        List<byte[]> found = open.db().multiGetAsList(moment, Collections.nCopies(keys.size(), open.ids()), keys);
        for (int i = 0; i < found.size(); i++) {
            checkKey(chunk.first() + i, found.get(i));
        }
        if ((last + chunk.count()) / PROGRESS > last / PROGRESS) {
            progress.accept(last + chunk.count());
        }
        last = chunk.last();
        counted += chunk.count();
    }

    private void checkKey(long position, byte @Nullable [] value) {
        if (value == null) {
            fault("the event at " + position + " has no id key");
        } else if (IdIndex.Entry.of(value).position() != position) {
            fault("the id key of the event at " + position + " leads to " + IdIndex.Entry.of(value).position());
        }
    }

    /** As many keys as events, and each event with its own, leaves no key without an event. */
    private long idKeys(JournalFiles open, ReadOptions moment) throws RocksDBException {
        long keys = 0;
        try (RocksIterator all = open.db().newIterator(open.ids(), moment)) {
            for (all.seekToFirst(); all.isValid(); all.next()) {
                keys++;
            }
            all.status();
        }
        return keys;
    }

    private void fault(String fault) {
        if (faults.size() < MAX_FAULTS) {
            faults.add(fault);
        }
    }
}
