package org.parley.fold;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.parley.common.Fault;

/**
 * Calls plugins on threads of its own, so that one that throws or hangs harms nobody: whatever happens is a value. The
 * work given to it must touch nothing that may be closed while it runs, since a hung call cannot be ended, only left.
 */
public final class Guard implements AutoCloseable {

    private final ExecutorService threads;

    /** @param name what its threads are called */
    public Guard(String name) {
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Calls the work and waits for it, at the longest for {@code limit}.
     *
     * @throws Fault if this thread is interrupted while it waits; it stays interrupted
     */
    public <T> Outcome<T> call(Duration limit, Callable<T> work) {
        Future<T> result = threads.submit(work);
        try {
            return new Outcome.Done<>(result.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            return new Outcome.Thrown<>(e.getCause());
        } catch (TimeoutException e) {
            result.cancel(true);
            return new Outcome.Late<>(limit);
        } catch (InterruptedException e) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw Fault.unavailable("interrupted while a plugin was called");
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
