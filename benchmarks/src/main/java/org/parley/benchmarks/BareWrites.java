package org.parley.benchmarks;

import org.parley.capture.internal.journal.JournalFiles;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Writes the keys and values of a journal into a new folder of the same layout, with a sync for each of the server's
 * commits and nothing else: no HTTP, no JSON, no check for duplicates. It is the limit that the server is measured by.
 */
final class BareWrites {

    private BareWrites() {}

    /** How many events a second one thread writes. */
    static double rate(Path journal, Path scratch) {
        JournalCopy copy = JournalCopy.of(journal);
        Path target = scratch.resolve("bare");
        delete(target);
        try (JournalFiles files = JournalFiles.open(target)) {
            long start = System.nanoTime();
            files.use(open -> {
                write(copy, open);
                return copy;
            });
            return copy.events() * 1e9 / (System.nanoTime() - start);
        } finally {
            delete(target);
        }
    }

    private static void write(JournalCopy copy, JournalFiles open) throws RocksDBException {
        try (WriteOptions synced = new WriteOptions().setSync(true)) {
            for (JournalCopy.Commit commit : copy.commits()) {
                try (WriteBatch batch = new WriteBatch()) {
                    for (JournalCopy.Entry id : commit.ids()) {
                        batch.put(open.ids(), id.key(), id.value());
                    }
                    batch.put(open.chunks(), commit.chunk().key(), commit.chunk().value());
                    open.db().write(synced, batch);
                }
            }
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
