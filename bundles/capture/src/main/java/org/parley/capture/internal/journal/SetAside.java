package org.parley.capture.internal.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.parley.common.Fault;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * Takes chunks that cannot be read out of the journal, into a folder beside it, with a record of what was where. Their
 * positions stay covered, and their id keys stay, so that nothing of them is taken or counted again.
 */
final class SetAside {

    private final JournalFiles files;
    private final Path folder;
    private final Instant now;

    SetAside(JournalFiles files, Instant now) {
        this.files = files;
        this.folder = files.folder().resolveSibling("journal-set-aside");
        this.now = now;
    }

    /** Where what was set aside is kept. */
    Path folder() {
        return folder;
    }

    /** Sets each aside: first it is kept in the folder, durably, then it goes from the journal. */
    void take(List<ChunkWalk.Damaged> damaged) {
        for (ChunkWalk.Damaged one : damaged) {
            keep(one);
            replace(one);
        }
    }

    private void keep(ChunkWalk.Damaged one) {
        String name = one.first() + "-" + one.last() + ".chunk";
        String line = now + " " + one + (one.bytes().isPresent() ? "; its bytes are in " + name : "; there are no bytes")
                + System.lineSeparator();
        try {
            Files.createDirectories(folder);
            if (one.bytes().isPresent()) {
                Files.write(folder.resolve(name), one.bytes().get(), StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            }
            Files.write(folder.resolve("record.txt"), line.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new Fault("cannot keep the damaged chunk of " + one + " in " + folder + "; nothing was changed", e);
        }
    }

    private void replace(ChunkWalk.Damaged one) {
        byte[] empty = Chunk.empty(Chunk.Missing.SET_ASIDE, now, one.last() - one.first() + 1);
        files.use(open -> {
            try (WriteBatch batch = new WriteBatch(); WriteOptions synced = new WriteOptions().setSync(true)) {
                batch.put(open.chunks(), Keys.of(one.first()), empty);
                open.db().write(synced, batch);
                return empty;
            }
        });
    }
}
