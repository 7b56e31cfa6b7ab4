package org.parley.fold;

import java.time.Duration;

/** What became of a guarded call. */
public sealed interface Outcome<T> {

    /** It gave this value. */
    record Done<T>(T value) implements Outcome<T> {}

    /** It threw this. */
    record Thrown<T>(Throwable cause) implements Outcome<T> {}

    /** It was not done in time; its thread was interrupted and left behind. */
    record Late<T>(Duration limit) implements Outcome<T> {}
}
