package org.parley.pricing.internal.store;

import org.jdbi.v3.core.Handle;

/** How far this module has read the journal. */
public final class ReaderPositions {

    /** The reader of usage. */
    public static final String USAGE = "pricing";

    private ReaderPositions() {}

    public static long get(Handle handle, String reader) {
        return handle.createQuery("SELECT position FROM reader WHERE name = ?").bind(0, reader)
                .mapTo(Long.class).findOne().orElse(0L);
    }

    public static void set(Handle handle, String reader, long position) {
        handle.execute("INSERT INTO reader (name, position) VALUES (?, ?) "
                + "ON CONFLICT (name) DO UPDATE SET position = excluded.position", reader, position);
    }
}
