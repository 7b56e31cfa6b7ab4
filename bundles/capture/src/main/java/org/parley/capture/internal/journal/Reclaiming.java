package org.parley.capture.internal.journal;

import java.util.List;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.CompactRangeOptions.BottommostLevelCompaction;
import org.rocksdb.RocksDBException;

/** Gives the room of removed keys back to the disk: the files that held them are written again without them. */
final class Reclaiming {

    private Reclaiming() {}

    static void run(JournalFiles files, Progress progress) {
        long done = 0;
        for (Family family : List.<Family>of(JournalFiles::chunks, JournalFiles::ids, JournalFiles::timeline)) {
            progress.at("families of keys written again", done++, 3);
            files.use(open -> {
                compact(open, family.of(open));
                return open;
            });
        }
        progress.at("families of keys written again", done, 3);
    }

    private interface Family {
        ColumnFamilyHandle of(JournalFiles open);
    }

    /** Others go on writing meanwhile. */
    private static void compact(JournalFiles open, ColumnFamilyHandle family) throws RocksDBException {
        try (CompactRangeOptions options = new CompactRangeOptions().setExclusiveManualCompaction(false)
                .setAllowWriteStall(false)
                .setBottommostLevelCompaction(BottommostLevelCompaction.kForceOptimized)) {
            open.cancellable(() -> options.setCanceled(true),
                    () -> open.db().compactRange(family, null, null, options));
        }
    }
}
