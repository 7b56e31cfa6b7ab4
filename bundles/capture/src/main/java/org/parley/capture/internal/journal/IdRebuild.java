package org.parley.capture.internal.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * Makes the id keys anew from the chunks. Nothing may be appended meanwhile. How far it has come is stored with the
 * keys, so that it goes on after a crash; until it has ended, the journal knows that its id keys are not complete.
 *
 * <p>The keys of events that cannot be read are kept: they still tell duplicates.
 */
final class IdRebuild {

    private static final byte[] MARK = "rebuilding-ids".getBytes(StandardCharsets.UTF_8);
    private static final long CLEARING = 0;
    private static final byte[] LOWEST = {};
    private static final byte[] BEHIND_ALL = new byte[IdKey.LENGTH + 1];

    static {
        Arrays.fill(BEHIND_ALL, (byte) 0xff);
    }

    private final JournalFiles files;
    private final long head;
    private final Progress progress;
    private final DerivedIndex.Ids index = new DerivedIndex.Ids();
    private final Findings doubles = new Findings();

    IdRebuild(JournalFiles files, long head, Progress progress) {
        this.files = files;
        this.head = head;
        this.progress = progress;
    }

    /** Whether a rebuild has begun and not ended. */
    static boolean isUnfinished(JournalFiles files) {
        return mark(files).isPresent();
    }

    private static Optional<Long> mark(JournalFiles files) {
        return files.use(open -> Optional.ofNullable(open.db().get(open.about(), MARK))).map(value -> Keys.at(value, 0));
    }

    /**
     * Does it, or goes on with it.
     *
     * @param unreadable positions whose events are not there to be read
     * @return events that are in the journal twice; their key leads to the first
     */
    List<String> run(Ranges unreadable) {
        long begun = mark(files).orElse(CLEARING);
        if (begun == CLEARING) {
            clear(unreadable);
            begun = 1;
        }
        build(begun);
        files.use(open -> {
            try (WriteOptions synced = new WriteOptions().setSync(true)) {
                open.db().delete(open.about(), synced, MARK);
                return true;
            }
        });
        return doubles.list();
    }

    private void clear(Ranges kept) {
        files.use(open -> {
            try (WriteBatch batch = new WriteBatch(); WriteOptions synced = new WriteOptions().setSync(true)) {
                batch.put(open.about(), MARK, Keys.of(CLEARING));
                if (kept.isEmpty()) {
                    batch.deleteRange(open.ids(), LOWEST, BEHIND_ALL);
                    batch.put(open.about(), MARK, Keys.of(1));
                }
                open.db().write(synced, batch);
                return true;
            }
        });
        if (!kept.isEmpty()) {
            byte[] from = LOWEST;
            while (from.length < BEHIND_ALL.length) {
                from = clearSome(from, kept);
            }
        }
    }

    /** Where to go on; something behind all keys at the end. */
    private byte[] clearSome(byte[] from, Ranges kept) {
        return files.use(open -> {
            try (RocksIterator keys = open.db().newIterator(open.ids()); WriteBatch batch = new WriteBatch();
                    WriteOptions options = new WriteOptions()) {
                for (keys.seek(from); keys.isValid() && batch.count() < 10_000; keys.next()) {
                    if (!kept.contains(index.position(keys.key(), keys.value()))) {
                        batch.delete(open.ids(), keys.key());
                    }
                }
                keys.status();
                byte[] next = keys.isValid() ? keys.key() : BEHIND_ALL;
                if (!keys.isValid()) {
                    batch.put(open.about(), MARK, Keys.of(1));
                }
                open.db().write(options, batch);
                return next;
            }
        });
    }

    private void build(long begun) {
        files.use(open -> {
            try (Moment moment = new Moment(open); ChunkWalk walk = new ChunkWalk(moment, head)) {
                for (Optional<ChunkWalk.Step> step = walk.next(); step.isPresent(); step = walk.next()) {
                    if (step.get() instanceof ChunkWalk.Whole whole && whole.chunk().last() >= begun) {
                        put(open, whole);
                        progress.at("id keys made, by position", whole.chunk().last(), head);
                    }
                }
                return head;
            }
        });
    }

    private void put(JournalFiles open, ChunkWalk.Whole whole) throws RocksDBException {
        List<IndexEntry> entries = new ArrayList<>();
        whole.events().forEach(event -> entries.add(index.entryOf(event).orElseThrow()));
        List<byte[]> keys = entries.stream().map(IndexEntry::key).toList();
        List<IdIndex.@Nullable Entry> there = keys.isEmpty() ? Collections.emptyList() : IdIndex.findAll(open, keys);
        try (WriteBatch batch = new WriteBatch(); WriteOptions options = new WriteOptions()) {
            for (int i = 0; i < entries.size(); i++) {
                put(open, batch, entries.get(i), Optional.ofNullable(there.get(i)));
            }
            batch.put(open.about(), MARK, Keys.of(whole.chunk().last() + 1));
            open.db().write(options, batch);
        }
    }

    private void put(JournalFiles open, WriteBatch batch, IndexEntry entry, Optional<IdIndex.Entry> there)
            throws RocksDBException {
        long position = IdIndex.Entry.of(entry.value()).position();
        if (there.isPresent() && there.get().position() != position) {
            doubles.add("the event at " + position + " is the one at " + there.get().position()
                    + " again, and was counted twice");
        } else {
            batch.put(open.ids(), entry.key(), entry.value());
        }
    }
}
