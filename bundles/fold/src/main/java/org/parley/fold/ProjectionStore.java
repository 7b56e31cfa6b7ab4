package org.parley.fold;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a module keeps what its projections made, and how far each has come.
 *
 * @param <C> what folding changes
 */
public interface ProjectionStore<C> {

    /** How far a projection has come, and with which version of its plugin. */
    record Progress(int version, long position) {}

    /** One projection's step forward; no changes if there was nothing to fold on the way. */
    record Advance<C>(String name, Progress progress, Optional<C> changes) {}

    /** How far the module as a whole has come. */
    long position();

    Optional<Progress> progress(String name);

    /** Forgets all of a projection and starts it anew at the journal's start, as one. */
    void reset(String name, int version);

    /**
     * Stores changes and positions in one atomic write.
     *
     * @param position how far the module as a whole has come now; empty to leave it
     */
    void commit(List<Advance<C>> advances, OptionalLong position);
}
