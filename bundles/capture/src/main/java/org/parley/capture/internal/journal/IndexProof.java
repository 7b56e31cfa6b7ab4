package org.parley.capture.internal.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.rocksdb.RocksDBException;

/**
 * Proves that an index holds what follows from the chunks, both ways: no entry is missing or wrong, and none leads
 * nowhere. Sums tell whether all is well; only if not, each key is looked up, to name what is wrong.
 */
final class IndexProof {

    private final DerivedIndex index;
    private final EntrySum expected = new EntrySum();
    private final EntrySum found = new EntrySum();

    private final Ranges unreadable;

    /** @param unreadable positions whose events cannot be read, but whose keys may be there */
    IndexProof(DerivedIndex index, Ranges unreadable) {
        this.index = index;
        this.unreadable = unreadable;
    }

    void event(StoredEvent event) {
        index.entryOf(event).ifPresent(entry -> expected.add(entry.key(), entry.value()));
    }

    long keys() {
        return found.count();
    }

    /** After the last event: what is wrong. */
    List<String> faults(Moment moment, long head, Progress progress) throws RocksDBException {
        moment.forEach(index.family(moment.files()), (key, value) -> {
            if (isProved(key, value)) {
                found.add(key, value);
                progress.at(index.noun() + "s", found.count(), expected.count());
            }
        });
        return found.isSameAs(expected) ? List.of() : new Search(moment, head, progress).faults();
    }

    private boolean isProved(byte[] key, byte[] value) {
        return index.isEntry(key) && (unreadable.isEmpty() || !unreadable.contains(index.position(key, value)));
    }

    /** Names what is wrong. */
    private final class Search {

        private final Moment moment;
        private final long head;
        private final Progress progress;
        private final Findings faults = new Findings();
        private final Positions right = new Positions();
        private final Positions led = new Positions();

        Search(Moment moment, long head, Progress progress) {
            this.moment = moment;
            this.head = head;
            this.progress = progress;
        }

        List<String> faults() throws RocksDBException {
            try (ChunkWalk walk = new ChunkWalk(moment, head)) {
                for (Optional<ChunkWalk.Step> step = walk.next(); step.isPresent(); step = walk.next()) {
                    if (step.get() instanceof ChunkWalk.Whole whole) {
                        look(whole);
                        progress.at("looking for the wrong " + index.noun() + "s", whole.chunk().last(), head);
                    }
                }
            }
            moment.forEach(index.family(moment.files()), this::lookBack);
            return faults.isEmpty() ? List.of("the " + index.noun() + "s do not add up to the events") : faults.list();
        }

        private void look(ChunkWalk.Whole whole) throws RocksDBException {
            List<IndexEntry> entries = new ArrayList<>();
            whole.events().forEach(event -> index.entryOf(event).ifPresent(entries::add));
            List<byte[]> keys = entries.stream().map(IndexEntry::key).toList();
            if (keys.isEmpty()) {
                return;
            }
            List<byte[]> values = moment.files().db().multiGetAsList(moment.options(),
                    Collections.nCopies(keys.size(), index.family(moment.files())), keys);
            for (int i = 0; i < values.size(); i++) {
                compare(entries.get(i), Optional.ofNullable(values.get(i)));
            }
        }

        private void compare(IndexEntry entry, Optional<byte[]> value) {
            long position = index.position(entry.key(), entry.value());
            if (value.isEmpty()) {
                faults.add("the event at " + position + " has no " + index.noun());
                return;
            }
            if (index.position(entry.key(), value.get()) == position) {
                right.add(position);
            }
            if (!Arrays.equals(entry.value(), value.get())) {
                faults.add("the " + index.noun() + " of the event at " + position + " "
                        + index.difference(entry.value(), value.get()));
            }
        }

        private void lookBack(byte[] key, byte[] value) {
            if (!isProved(key, value)) {
                return;
            }
            long position = index.position(key, value);
            if (!led.add(position)) {
                faults.add("more than one " + index.noun() + " leads to " + position);
            } else if (!right.contains(position)) {
                faults.add("the " + index.noun() + " " + HexFormat.of().formatHex(key) + " leads to " + position
                        + ", where its event is not");
            }
        }
    }
}
