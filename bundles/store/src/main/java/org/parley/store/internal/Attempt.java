package org.parley.store.internal;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What became of a piece of work: its result, or what it threw. */
record Attempt<T extends @Nullable Object>(T result, @Nullable Throwable failure) {

    /** Runs the work; whatever it throws, errors among them, is kept for later. */
    @SuppressWarnings("NullAway") // a failed attempt has no result, and nobody is given it
    static <T extends @Nullable Object> Attempt<T> at(Supplier<T> work) {
        try {
            return new Attempt<>(work.get(), null);
        } catch (Throwable failure) {
            return new Attempt<>(null, failure);
        }
    }

    Attempt<T> failedBy(Throwable later) {
        return new Attempt<>(result, later);
    }

    /** The result, or what was thrown, as it was. */
    T get() {
        if (failure != null) {
            throw Attempt.<RuntimeException>asItIs(failure);
        }
        return result;
    }

    // Work can throw no checked exceptions that it does not smuggle by itself.
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E asItIs(Throwable failure) throws E {
        throw (E) failure;
    }
}
