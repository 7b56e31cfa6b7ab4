package org.parley.capture.internal.journal;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.parley.common.ErrorCode;
import org.parley.common.StateConflict;

/** Lets one long work on the journal run at a time: a check must not see what a removal is half through with. */
final class Maintenance {

    private static final String NONE = "";

    private final AtomicReference<String> running = new AtomicReference<>(NONE);

    /** @throws StateConflict if something runs already */
    <T> T run(String what, Supplier<T> work) {
        if (!running.compareAndSet(NONE, what)) {
            throw new StateConflict(ErrorCode.STATE_CONFLICT,
                    "the journal's " + running.get() + " is running; wait until it has ended");
        }
        try {
            return work.get();
        } finally {
            running.set(NONE);
        }
    }

    /** What runs at this moment; empty if nothing does. */
    String running() {
        return running.get();
    }
}
