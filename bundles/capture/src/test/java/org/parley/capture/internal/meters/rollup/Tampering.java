package org.parley.capture.internal.meters.rollup;

import java.util.function.BinaryOperator;
import org.rocksdb.RocksIterator;

/** Changes what is in the store behind its back. */
public final class Tampering {

    private Tampering() {}

    /** Gives every row another value, made from its key and its value. */
    public static void everyRow(RollupStore store, BinaryOperator<byte[]> change) {
        store.folder().use(open -> {
            try (RocksIterator all = open.db().newIterator(open.family(RollupStore.ROWS))) {
                for (all.seek(new byte[] {2}); all.isValid() && all.key()[0] == 2; all.next()) {
                    open.db().put(open.family(RollupStore.ROWS), all.key(), change.apply(all.key(), all.value()));
                }
            }
            return true;
        });
    }
}
