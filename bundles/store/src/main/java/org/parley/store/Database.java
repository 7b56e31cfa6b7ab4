package org.parley.store;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The open database of one module. Safe for use by many threads. Work must not keep the handle beyond its call, nor
 * begin or end transactions by itself; what it throws reaches the caller as it is.
 */
@ProviderType
public interface Database extends AutoCloseable {

    /** What keeps the tables, for the few statements that cannot be written alike for all. */
    Engine engine();

    /**
     * Reads from one consistent snapshot, which no write disturbs and which disturbs no write. Keep it short: the
     * database cannot shrink its log while an old snapshot is in use. Waits while all reading connections are taken.
     *
     * @throws org.jdbi.v3.core.JdbiException if a statement fails, an attempt to write among them
     * @throws org.parley.common.Fault if the database is closed or cannot be reached, or no connection became free in time
     */
    <T extends @Nullable Object> T read(Function<Handle, T> work);

    /**
     * Runs the work as one transaction, which is durable when this returns and left no trace when it throws. There is
     * one writer at a time, first come first served, also among the servers that share a database. A write inside a
     * write of the same thread joins the outer one's transaction and lasts or goes with it; a read inside a write does
     * not see what was not yet committed.
     *
     * <p>Writes that queue share a commit: the work may see what others before it wrote and did not commit yet, and this
     * returns or throws once that is committed. So work must be short, must not wait for another thread's write, and
     * must fail when one of its statements failed. If the shared commit fails, all of its writes have failed.
     *
     * @throws org.jdbi.v3.core.JdbiException if a statement or the commit fails
     * @throws org.parley.common.Fault if the database is closed, or cannot be reached: another try may succeed
     */
    <T extends @Nullable Object> T write(Function<Handle, T> work);

    /** A {@link #write} that has nothing to return. */
    default void execute(Consumer<Handle> work) {
        write(handle -> {
            work.accept(handle);
            return true;
        });
    }

    /** Waits for the work in progress, then closes; new work is refused at once. Closing again does nothing. */
    @Override
    void close();
}
