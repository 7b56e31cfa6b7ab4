package org.parley.pricing.internal.imports;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.common.Fault;

/**
 * Writes slices in order on a thread of its own, one at a time, so that the next one is read and parsed meanwhile. The
 * result is only touched by the caller's thread.
 */
final class SliceQueue implements AutoCloseable {

    private final Function<List<Slice.Numbered>, Slice> writer;
    private final ImportResult result;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "parley-pricing-import"));
    private @Nullable Future<Slice> pending;

    SliceQueue(Function<List<Slice.Numbered>, Slice> writer, ImportResult result) {
        this.writer = writer;
        this.result = result;
    }

    /** Waits for the slice before and hands this one over. */
    void put(List<Slice.Numbered> lines) {
        finish();
        if (!lines.isEmpty()) {
            pending = thread.submit(() -> writer.apply(lines));
        }
    }

    /** Waits until all that was handed over is durable. */
    void finish() {
        Future<Slice> last = pending;
        pending = null;
        if (last == null) {
            return;
        }
        try {
            last.get().tell(result);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new Fault("the import failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Fault.unavailable("the import was interrupted; what is missing is taken when it is sent again");
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
