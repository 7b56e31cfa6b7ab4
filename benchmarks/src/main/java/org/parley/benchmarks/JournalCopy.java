package org.parley.benchmarks;

import org.parley.capture.internal.journal.JournalFiles;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The keys and values of a stopped server's journal: its chunks in order, and the id keys of each chunk's events. What
 * the server derives later (timelines) is no part of it.
 */
final class JournalCopy {

    /** A key and its value. */
    record Entry(byte[] key, byte[] value) {

        /** The position that an id key's value begins with, or a chunk's key is. */
        static long position(byte[] bytes) {
            return ByteBuffer.wrap(bytes).getLong();
        }
    }

    /**
     * What one commit wrote at the least.
     *
     * @param chunk the packed events
     * @param ids   one entry per event
     */
    record Commit(Entry chunk, List<Entry> ids) {}

    private final List<Commit> commits;

    private JournalCopy(List<Commit> commits) {
        this.commits = commits;
    }

    /** Reads the journal whole; it has to fit into the memory. */
    static JournalCopy of(Path journal) {
        try (JournalFiles files = JournalFiles.open(journal)) {
            return files.use(open -> {
                List<Entry> chunks = all(open.db().newIterator(open.chunks()));
                List<Entry> ids = all(open.db().newIterator(open.ids()));
                ids.sort(Comparator.comparingLong(entry -> Entry.position(entry.value())));
                return new JournalCopy(commits(chunks, ids));
            });
        }
    }

    private static List<Entry> all(RocksIterator iterator) throws RocksDBException {
        List<Entry> entries = new ArrayList<>();
        try (iterator) {
            for (iterator.seekToFirst(); iterator.isValid(); iterator.next()) {
                entries.add(new Entry(iterator.key(), iterator.value()));
            }
            iterator.status();
        }
        return entries;
    }

    private static List<Commit> commits(List<Entry> chunks, List<Entry> ids) {
        List<Commit> commits = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < chunks.size(); i++) {
            long end = i + 1 < chunks.size() ? Entry.position(chunks.get(i + 1).key()) : Long.MAX_VALUE;
            int first = next;
            while (next < ids.size() && Entry.position(ids.get(next).value()) < end) {
                next++;
            }
            commits.add(new Commit(chunks.get(i), ids.subList(first, next)));
        }
        return commits;
    }

    List<Commit> commits() {
        return commits;
    }

    long events() {
        return commits.stream().mapToLong(commit -> commit.ids().size()).sum();
    }
}
