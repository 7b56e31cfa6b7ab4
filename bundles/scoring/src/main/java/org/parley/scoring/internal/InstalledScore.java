package org.parley.scoring.internal;

import java.util.Objects;
import java.util.Set;
import org.parley.scoring.api.ScoreFunction;

/** A score function with what it says of itself, asked once: it could say something else the next time. */
final class InstalledScore<S> {

    private final ScoreFunction<S> function;
    private final String name;
    private final int version;
    private final Set<String> eventTypes;
    private final StateCodec<S> codec;

    /** @throws RuntimeException if the function says nothing sensible of itself */
    InstalledScore(ScoreFunction<S> function) {
        this.function = function;
        this.name = Objects.requireNonNull(function.name());
        if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || name.length() > 100) {
            throw new IllegalArgumentException("a score's name is lower-case kebab, unlike '" + name + "'");
        }
        this.version = function.stateVersion();
        this.eventTypes = Set.copyOf(function.eventTypes());
        this.codec = new StateCodec<>(function.stateType());
    }

    ScoreFunction<S> function() {
        return function;
    }

    String name() {
        return name;
    }

    int version() {
        return version;
    }

    Set<String> eventTypes() {
        return eventTypes;
    }

    StateCodec<S> codec() {
        return codec;
    }
}
