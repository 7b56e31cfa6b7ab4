package org.parley.rocksdb;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;

/**
 * How a folder's database is laid out: its options, and its column families in order, of which {@code default} is the
 * obligatory first. It owns every object of the library that is handed to it, and is closed with the folder.
 */
public final class Layout implements AutoCloseable {

    private final Deque<AutoCloseable> owned = new ArrayDeque<>();
    private final Map<String, ColumnFamilyOptions> families = new LinkedHashMap<>();
    private final DBOptions database;

    public Layout(DBOptions database) {
        this.database = own(database);
    }

    /** A column family. */
    public Layout family(String name, ColumnFamilyOptions options) {
        families.put(name, own(options));
        return this;
    }

    /** Something that the options use, such as a cache: it is closed after them. */
    public <T extends AutoCloseable> T own(T resource) {
        owned.push(resource);
        return resource;
    }

    DBOptions database() {
        return database;
    }

    Map<String, ColumnFamilyOptions> families() {
        return families;
    }

    /** Closes what was handed over, the last first. */
    @Override
    public void close() throws Exception {
        while (!owned.isEmpty()) {
            owned.pop().close();
        }
    }
}
