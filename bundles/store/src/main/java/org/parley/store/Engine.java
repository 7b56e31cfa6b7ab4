package org.parley.store;

import java.util.Locale;

/** The database systems that a module's tables can be kept in. */
public enum Engine {

    /** One file for each module, in the data folder. */
    SQLITE("SQLite"),
    /** One schema for each module, in a database that a server keeps. */
    POSTGRESQL("PostgreSQL");

    private final String title;

    Engine(String title) {
        this.title = title;
    }

    /** The folder next to a module's classes where its scripts for this engine are: {@code sqlite}, {@code postgresql}. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name as its makers write it. */
    @Override
    public String toString() {
        return title;
    }
}
