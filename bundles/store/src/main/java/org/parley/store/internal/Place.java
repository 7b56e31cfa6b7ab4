package org.parley.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.parley.store.Engine;

/** Where one module's tables are, and how connections to them are made. */
public interface Place {

    Engine engine();

    /** How an operator would find it; without secrets. */
    String name();

    /** The schema that holds the tables, if the engine keeps many modules in one database. */
    Optional<String> schema();

    /** Opens connections that write. */
    DataSource writers();

    /** Waits, in a transaction that has just begun, until no other writer is at work here, also none of another server. */
    void becomeTheOnlyWriter(Connection connection) throws SQLException;

    /** Runs commands that need no parameters and return nothing, on a network in one round trip. */
    void run(Connection connection, String... commands) throws SQLException;

    /** Begins with keeping connections that can only read; at most {@code size} will be asked for at a time. */
    Pool readers(int size);
}
