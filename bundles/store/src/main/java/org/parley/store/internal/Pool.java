package org.parley.store.internal;

import java.sql.Connection;
import java.sql.SQLException;

/** Open connections that can only read, kept for the next reader. */
public interface Pool extends AutoCloseable {

    Connection take() throws SQLException;

    void giveBack(Connection connection) throws SQLException;

    /** Lends none of the present connections any more, since one of them was lost. */
    void forget();

    /** Closes the connections; none is lent any more. */
    @Override
    void close() throws SQLException;
}
