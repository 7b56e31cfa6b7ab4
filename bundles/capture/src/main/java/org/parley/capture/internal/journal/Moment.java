package org.parley.capture.internal.journal;

import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Snapshot;

/** The journal as it is at one moment, while events go on coming in. To be closed before the database is. */
final class Moment implements AutoCloseable {

    private static final long READ_AHEAD = 2 << 20;

    private final JournalFiles open;
    private final Snapshot snapshot;
    private final ReadOptions options;

    Moment(JournalFiles open) {
        this.open = open;
        this.snapshot = open.db().getSnapshot();
        this.options = new ReadOptions().setSnapshot(snapshot).setFillCache(false).setReadaheadSize(READ_AHEAD);
    }

    JournalFiles files() {
        return open;
    }

    ReadOptions options() {
        return options;
    }

    RocksIterator iterate(ColumnFamilyHandle family) {
        return open.db().newIterator(family, options);
    }

    /** What is told of each entry of a family. */
    interface Seeing {
        void entry(byte[] key, byte[] value) throws RocksDBException;
    }

    void forEach(ColumnFamilyHandle family, Seeing seeing) throws RocksDBException {
        try (RocksIterator all = iterate(family)) {
            long seen = 0;
            for (all.seekToFirst(); all.isValid(); all.next()) {
                seeing.entry(all.key(), all.value());
                if ((++seen & 0xfff) == 0) {
                    open.requireOpen();
                }
            }
            all.status();
        }
    }

    @Override
    public void close() {
        options.close();
        open.db().releaseSnapshot(snapshot);
        snapshot.close();
    }
}
