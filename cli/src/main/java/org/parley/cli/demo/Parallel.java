package org.parley.cli.demo;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Does things side by side whose order does not matter; the results come in the order of the input. */
final class Parallel implements AutoCloseable {

    private final ExecutorService threads;

    Parallel(int width) {
        threads = Executors.newFixedThreadPool(width);
    }

    <T, R> List<R> each(Collection<T> items, Function<T, R> work) {
        List<Callable<R>> tasks = items.stream().<Callable<R>>map(item -> () -> work.apply(item)).toList();
        try {
            return threads.invokeAll(tasks).stream().map(Parallel::result).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
