package org.parley.pricing.internal.store;

import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.parley.common.SellerId;

/** The identities of imported payments, with fingerprints of their content. */
public final class ImportedRows {

    private ImportedRows() {}

    /** Those of the ids of one source that were imported before, with their fingerprints. */
    public static Map<String, byte[]> fingerprints(Handle handle, SellerId seller, String source, Iterable<String> ids) {
        Map<String, byte[]> found = new HashMap<>();
        handle.createQuery("SELECT i.id, i.fingerprint FROM " + Dialect.of(handle).eachOf("ids") + " imported i "
                        + "ON i.seller = :seller AND i.source = :source AND i.id = j.value")
                .bind("ids", JsonList.of(ids)).bind("seller", seller.value()).bind("source", source)
                .map((row, context) -> Map.entry(row.getString(1), row.getBytes(2)))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }
}
