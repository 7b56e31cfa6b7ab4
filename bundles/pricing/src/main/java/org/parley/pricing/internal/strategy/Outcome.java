package org.parley.pricing.internal.strategy;

/** What became of one call to a plugin. */
public sealed interface Outcome<T> {

    /** It answered, and the answer breaks no rule. */
    record Answered<T>(T value) implements Outcome<T> {}

    /** It did not; {@code why} is for people. */
    record Failed<T>(String why) implements Outcome<T> {}
}
