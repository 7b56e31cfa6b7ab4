package org.parley.capture.internal.journal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.common.Fault;
import org.parley.rocksdb.Layout;
import org.parley.rocksdb.RocksFolder;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;
import org.rocksdb.Env;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileManager;

/** The journal's open RocksDB folder and its families of keys. */
public final class JournalFiles implements AutoCloseable {

    /** Work with the open database. */
    public interface Work<T> {
        T with(JournalFiles files) throws RocksDBException;
    }

    private final RocksFolder folder;

    private JournalFiles(RocksFolder folder) {
        this.folder = folder;
    }

    /** Opens the folder, which is made if it is not there; what a crash left behind is recovered first. */
    public static JournalFiles open(Path folder) {
        return new JournalFiles(RocksFolder.open("the journal", folder, JournalFiles::layout));
    }

    private static Layout layout() {
        DBOptions database = Tuning.database();
        Layout layout = new Layout(database);
        database.setSstFileManager(layout.own(roomWatch()));
        Cache cache = layout.own(new LRUCache(Tuning.BLOCK_CACHE));
        return layout.family("default", new ColumnFamilyOptions()).family("chunks", Tuning.chunks(cache))
                .family("ids", Tuning.ids(cache)).family("rejects", Tuning.rejects(cache))
                .family("timeline", Tuning.timeline(cache));
    }

    /** Looks for room after the disk was full; without it the database would refuse writes until it is opened again. */
    private static SstFileManager roomWatch() {
        try {
            return new SstFileManager(Env.getDefault());
        } catch (RocksDBException e) {
            throw new Fault("cannot watch the disk: " + e.getMessage(), e);
        }
    }

    /**
     * Does work with the open database.
     *
     * @throws Fault unavailable if the journal is closed; otherwise if the database fails
     */
    public <T> T use(Work<T> work) {
        return folder.use(open -> work.with(this));
    }

    /** For long work within {@link #use}: fails if the journal is about to be closed. */
    public void requireOpen() {
        folder.requireOpen();
    }

    /** Long work of the library, within {@link #use}, that is cancelled when the journal is about to be closed. */
    void cancellable(Runnable cancel, RocksFolder.Cancellable work) throws RocksDBException {
        folder.cancellable(cancel, work);
    }

    public RocksDB db() {
        return folder.db();
    }

    /** What describes the journal itself. */
    public ColumnFamilyHandle about() {
        return folder.family("default");
    }

    public ColumnFamilyHandle chunks() {
        return folder.family("chunks");
    }

    public ColumnFamilyHandle ids() {
        return folder.family("ids");
    }

    public ColumnFamilyHandle rejects() {
        return folder.family("rejects");
    }

    public ColumnFamilyHandle timeline() {
        return folder.family("timeline");
    }

    /** How many keys a family has, about, and how many bytes they take on disk. */
    public record Size(long keys, long bytes) {}

    /** The sizes of the families that hold events and what finds them. */
    public Map<String, Size> sizes() {
        return use(open -> {
            Map<String, Size> sizes = new LinkedHashMap<>();
            for (String name : List.of("chunks", "ids", "timeline", "rejects")) {
                ColumnFamilyHandle family = open.folder.family(name);
                sizes.put(name, new Size(open.db().getLongProperty(family, "rocksdb.estimate-num-keys"),
                        open.db().getLongProperty(family, "rocksdb.total-sst-files-size")));
            }
            return sizes;
        });
    }

    public Path folder() {
        return folder.path();
    }

    /** Waits for what is under way; later use is told that the journal is unavailable. */
    @Override
    public void close() {
        folder.close();
    }
}
