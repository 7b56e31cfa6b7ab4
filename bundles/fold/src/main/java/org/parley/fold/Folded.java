package org.parley.fold;

import java.util.Optional;

/**
 * What folding one batch for one projection came to.
 *
 * @param position the last event that is counted
 * @param changes  what those events changed, if any of them was wanted
 * @param failure  what stopped it there
 */
record Folded<C>(long position, Optional<C> changes, Optional<Failure> failure) {

    /**
     * @param position the event that could not be folded
     * @param hung     whether the plugin did not come back
     */
    record Failure(long position, boolean hung, Throwable cause) {}
}
