package org.parley.scoring.internal.store;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.parley.capture.api.Journal;
import org.parley.fold.ProjectionStore;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * The score states and how far each score has come.
 *
 * <p>A commit is one write batch in RocksDB's log, and the log is recovered up to a batch, never into one. So states
 * and positions always belong together, and the log need not be synced: what a crash of the machine cuts off its end
 * is folded again from the journal, which is synced.
 */
public final class StateStore implements ProjectionStore<Map<Owner, byte[]>> {

    private final StateFiles files;

    public StateStore(StateFiles files) {
        this.files = files;
    }

    @Override
    public long position() {
        return files.use(db -> Optional.ofNullable(db.get(Keys.position())))
                .map(bytes -> ByteBuffer.wrap(bytes).getLong())
                .orElse(Journal.START);
    }

    @Override
    public Optional<Progress> progress(String name) {
        return files.use(db -> Optional.ofNullable(db.get(Keys.progress(name)))).map(bytes -> {
            ByteBuffer stored = ByteBuffer.wrap(bytes);
            return new Progress(stored.getInt(), stored.getLong());
        });
    }

    @Override
    public void reset(String name, int version) {
        write(batch -> {
            batch.deleteRange(Keys.firstState(name), Keys.afterStates(name));
            batch.put(Keys.progress(name), bytes(new Progress(version, Journal.START)));
        });
    }

    @Override
    public void commit(List<Advance<Map<Owner, byte[]>>> advances, OptionalLong position) {
        write(batch -> {
            for (Advance<Map<Owner, byte[]>> advance : advances) {
                put(batch, advance);
            }
            if (position.isPresent()) {
                batch.put(Keys.position(), ByteBuffer.allocate(Long.BYTES).putLong(position.getAsLong()).array());
            }
        });
    }

    private static void put(WriteBatch batch, Advance<Map<Owner, byte[]>> advance) throws RocksDBException {
        batch.put(Keys.progress(advance.name()), bytes(advance.progress()));
        for (Map.Entry<Owner, byte[]> change : advance.changes().orElse(Map.of()).entrySet()) {
            batch.put(Keys.state(advance.name(), change.getKey()), change.getValue());
        }
    }

    /** The stored states of these owners, without those who have none. */
    public Map<Owner, byte[]> states(String score, List<Owner> owners) {
        List<byte[]> keys = owners.stream().map(owner -> Keys.state(score, owner)).toList();
        List<byte[]> found = files.use(db -> db.multiGetAsList(keys));
        Map<Owner, byte[]> states = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i) != null) {
                states.put(owners.get(i), found.get(i));
            }
        }
        return states;
    }

    public Optional<byte[]> state(String score, Owner owner) {
        return files.use(db -> Optional.ofNullable(db.get(Keys.state(score, owner))));
    }

    private interface Changes {
        void into(WriteBatch batch) throws RocksDBException;
    }

    private void write(Changes changes) {
        files.use(db -> {
            try (WriteBatch batch = new WriteBatch(); WriteOptions options = new WriteOptions().setSync(false)) {
                changes.into(batch);
                db.write(options, batch);
                return true;
            }
        });
    }

    private static byte[] bytes(Progress progress) {
        return ByteBuffer.allocate(Integer.BYTES + Long.BYTES).putInt(progress.version()).putLong(progress.position())
                .array();
    }
}
