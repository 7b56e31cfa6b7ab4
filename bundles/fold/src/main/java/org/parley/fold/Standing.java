package org.parley.fold;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far one projection has come.
 *
 * @param position the last event it has counted
 * @param goal     where the journal's head was when the projection was installed; empty while that is not known
 * @param stopped  why it goes no further, for a caller to read; empty if it runs
 */
public record Standing(long position, OptionalLong goal, Optional<String> stopped) {

    /** Whether it has counted all that there was when it was installed. */
    public boolean caughtUp() {
        return goal.isPresent() && position >= goal.getAsLong();
    }

    /** Why its figures cannot be told yet; empty if they can. */
    public Optional<String> obstacle() {
        if (stopped.isPresent() || caughtUp()) {
            return stopped;
        }
        String all = goal.isPresent() ? Long.toString(goal.getAsLong()) : "a number not yet known of";
        return Optional.of("still counting: " + position + " of " + all + " events");
    }
}
