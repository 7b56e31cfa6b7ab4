package org.parley.store.internal;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.parley.common.Fault;

/**
 * Runs what writes, one after the other in the order of asking, on one connection. Who finds others waiting behind
 * does not commit but hands the open transaction on to the next of them, behind a savepoint of its own, so that a
 * failure undoes its own work only. The last commits for all, and all return after that.
 */
final class Writer implements AutoCloseable {

    private final ReentrantLock turn = new ReentrantLock(true);
    private final Failures failures;
    private final WriterConnection connection;
    private final Jdbi jdbi;
    private @Nullable CommitGroup open;
    private @Nullable Handle current;
    private boolean closed;

    Writer(Place place, Failures failures) throws SQLException {
        this.failures = failures;
        this.connection = new WriterConnection(place);
        // The transaction outlasts the handles of those who share it.
        this.jdbi = Jdbi.create(connection).configure(Handles.class, handles -> handles.setForceEndTransactions(false));
    }

    <T extends @Nullable Object> T write(Function<Handle, T> work) {
        if (turn.isHeldByCurrentThread() && current != null) {
            return work.apply(current);
        }
        CommitGroup group;
        Attempt<T> attempt;
        turn.lock();
        try {
            group = join();
            attempt = conclude(group, attempt(work));
        } catch (RuntimeException | Error e) {
            abandon(e);
            throw e;
        } finally {
            turn.unlock();
        }
        Optional<SQLException> lost = group.await();
        if (lost.isPresent()) {
            throw failures.ofCommit(lost.get(), attempt.failure());
        }
        return attempt.get();
    }

    private CommitGroup join() {
        if (closed) {
            throw Fault.unavailable("the database is closed");
        }
        if (open == null) {
            try {
                connection.begin();
            } catch (SQLException e) {
                throw failures.ofBegin(e);
            }
            open = new CommitGroup();
        }
        open.join();
        return open;
    }

    private <T extends @Nullable Object> Attempt<T> attempt(Function<Handle, T> work) {
        Attempt<T> attempt = Attempt.at(() -> {
            try (Handle handle = jdbi.open()) {
                current = handle;
                return work.apply(handle);
            } finally {
                current = null;
            }
        });
        return attempt.failure() == null ? attempt : attempt.failedBy(failures.ofWork(attempt.failure()));
    }

    private <T extends @Nullable Object> Attempt<T> conclude(CommitGroup group, Attempt<T> attempt) {
        if (attempt.failure() != null) {
            undo(group, attempt.failure());
            return attempt;
        }
        if (!turn.hasQueuedThreads() || !group.mayGrow()) {
            commit(group);
            return attempt;
        }
        try {
            handOn(group);
            return attempt;
        } catch (SQLException e) {
            undo(group, e);
            return attempt.failedBy(failures.ofStatement(e));
        }
    }

    /** PostgreSQL refuses this after a statement that failed, also if the work made nothing of it. */
    private void handOn(CommitGroup group) throws SQLException {
        if (group.marked()) {
            connection.markAnew();
        } else {
            connection.mark();
            group.setMarked();
        }
    }

    /** Undoes one member's work. The others' stays, unless it was undone with it: then all have failed. */
    private void undo(CommitGroup group, Throwable cause) {
        if (!group.marked()) {
            connection.rollback(cause);
            end(group, Optional.empty());
            return;
        }
        try {
            connection.undo();
        } catch (SQLException e) {
            e.addSuppressed(cause);
            connection.rollback(e);
            end(group, Optional.of(e));
            return;
        }
        if (!turn.hasQueuedThreads() || !group.mayGrow()) {
            commit(group);
        }
    }

    private void commit(CommitGroup group) {
        try {
            connection.commit();
            end(group, Optional.empty());
        } catch (SQLException e) {
            end(group, Optional.of(e));
        }
    }

    /** Nobody may be left waiting for a group that nobody ends. */
    private void abandon(Throwable cause) {
        if (open != null) {
            connection.rollback(cause);
            end(open, Optional.of(new SQLException("a transaction of the same group failed: " + cause, cause)));
        }
    }

    private void end(CommitGroup group, Optional<SQLException> failure) {
        open = null;
        failure.ifPresentOrElse(group::failed, group::committed);
    }

    /** Waits for its turn, and commits what the writer before has handed on. */
    @Override
    public void close() throws SQLException {
        turn.lock();
        try {
            closed = true;
            if (open != null) {
                commit(open);
            }
            connection.close();
        } finally {
            turn.unlock();
        }
    }
}
