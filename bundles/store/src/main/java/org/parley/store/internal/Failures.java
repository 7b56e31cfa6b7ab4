package org.parley.store.internal;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jspecify.annotations.Nullable;
import org.parley.common.Fault;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Tells a database that cannot be reached or has no room, which is worth another try, from a statement that is wrong.
 *
 * @param whenAway run for each failure that shows that the database could not be reached
 */
record Failures(Place place, Runnable whenAway) {

    /** SQLite tells the finer points of a failure above this. */
    private static final int PRIMARY_CODE = 0xff;

    /** What the work threw, as it is; but a lost connection as something that another try may find again. */
    Throwable ofWork(Throwable thrown) {
        return thrown instanceof JdbiException failure ? ofJdbi(failure) : thrown;
    }

    RuntimeException ofJdbi(JdbiException failure) {
        Optional<RuntimeException> full = sql(failure).filter(Failures::isFull).findFirst().map(this::full);
        if (full.isPresent()) {
            return full.get();
        }
        Optional<RuntimeException> away = sql(failure).filter(Failures::isAway).findFirst()
                .map(cause -> away("the connection was lost, and what was begun was undone", cause));
        return away.orElse(failure);
    }

    RuntimeException ofStatement(SQLException failure) {
        if (isFull(failure)) {
            return full(failure);
        }
        return isAway(failure)
                ? away("the connection was lost, and what was begun was undone", failure)
                : new TransactionException("a statement failed, and the work went on regardless", failure);
    }

    RuntimeException ofBegin(SQLException failure) {
        if ("55P03".equals(failure.getSQLState())) {
            return away("another server has been writing there for too long", failure);
        }
        return isAway(failure) ? away("it cannot be reached", failure) : new ConnectionException(failure);
    }

    /** @param own what the caller's work itself had thrown before the group's transaction was lost */
    RuntimeException ofCommit(SQLException failure, @Nullable Throwable own) {
        RuntimeException lost = isFull(failure) ? full(failure) : isAway(failure)
                ? away("the connection was lost before the commit was confirmed: what was written may have lasted or not", failure)
                : new TransactionException("the transaction could not be committed, and left no trace", failure);
        if (own != null) {
            lost.addSuppressed(own);
        }
        return lost;
    }

    private Fault away(String what, Throwable cause) {
        whenAway.run();
        LoggerFactory.getLogger(Failures.class).warn("the database {}: {}: {}", place.name(), what, cause.getMessage());
        // Callers over HTTP are told this, but not where the database is.
        return Fault.unavailable("the database of '" + place.schema().orElse("this module") + "': " + what, cause);
    }

    private RuntimeException full(SQLException cause) {
        LoggerFactory.getLogger(Failures.class).error("the database {}: the disk is full: {}", place.name(), cause.getMessage());
        return Fault.unavailable("the disk is full, and what was begun was undone; try again when there is room", cause);
    }

    private static Stream<SQLException> sql(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance).map(SQLException.class::cast);
    }

    /** PostgreSQL says so by its state, SQLite by its code. */
    static boolean isFull(SQLException failure) {
        return "53100".equals(failure.getSQLState()) || failure instanceof SQLiteException sqlite
                && (sqlite.getResultCode().code & PRIMARY_CODE) == SQLiteErrorCode.SQLITE_FULL.code;
    }

    /** Class 08: connection; 57P: shut down; 53300: too many connections. */
    static boolean isAway(SQLException failure) {
        String state = Optional.ofNullable(failure.getSQLState()).orElse("");
        return failure instanceof SQLTransientConnectionException
                || state.startsWith("08") || state.startsWith("57P") || state.equals("53300");
    }
}
