package org.parley.fold;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.parley.capture.api.Journal;

/** One projection on its way through the journal. Changed under the engine's lock, read by anyone. */
final class Track<C> {

    /** Folding is deterministic: what fails three times at one event will go on to fail. */
    private static final int ATTEMPTS = 3;

    final Projection<C> projection;
    private final Supplier<Optional<Journal>> journal;
    private volatile long position;
    private volatile boolean level;
    private volatile OptionalLong goal = OptionalLong.empty();
    private volatile Optional<String> stopped = Optional.empty();
    private long failedAt = -1;
    private int failures;

    Track(Projection<C> projection, long position, boolean level, Supplier<Optional<Journal>> journal) {
        this.projection = projection;
        this.position = position;
        this.level = level;
        this.journal = journal;
    }

    long position() {
        return position;
    }

    /** Whether it moves with the module's own reader. */
    boolean isLevel() {
        return level;
    }

    boolean isStopped() {
        return stopped.isPresent();
    }

    /** Whether it needs a reader of its own. */
    boolean lags() {
        return !level && !isStopped();
    }

    void moved(long to, boolean isLevel) {
        position = to;
        level = isLevel;
    }

    void failed(Folded.Failure failure) {
        failures = failure.position() == failedAt ? failures + 1 : 1;
        failedAt = failure.position();
        if (failure.hung() || failures >= ATTEMPTS) {
            stopped = Optional.of("stopped before event " + failedAt + ", which it could not fold; the server's log says "
                    + "why. It starts again when it is installed anew");
        }
    }

    Standing standing() {
        if (goal.isEmpty()) {
            goal = journal.get().map(present -> OptionalLong.of(present.head())).orElseGet(OptionalLong::empty);
        }
        return new Standing(position, goal, stopped);
    }
}
