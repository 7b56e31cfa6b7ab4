package org.parley.fold;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.parley.capture.api.RecordedEvent;

/** Folds one batch for one projection, in the journal's order, up to the first event its plugin cannot fold. */
record Folding(Guard guard, Duration limit) {

    <C> Folded<C> fold(Projection<C> projection, List<RecordedEvent> events) {
        List<RecordedEvent> wanted = events.stream()
                .filter(recorded -> projection.eventTypes().contains(recorded.event().type()))
                .toList();
        long end = events.get(events.size() - 1).position();
        if (wanted.isEmpty()) {
            return new Folded<>(end, Optional.empty(), Optional.empty());
        }
        Projection.Work<C> work = projection.prepare(wanted);
        long first = wanted.get(0).position();
        Outcome<Folded<C>> outcome = guard.call(limit, () -> foldAll(work, wanted, end));
        if (outcome instanceof Outcome.Done<Folded<C>> done) {
            return done.value();
        }
        if (outcome instanceof Outcome.Thrown<Folded<C>> thrown) {
            return stuck(first, false, thrown.cause());
        }
        return stuck(first, true, new TimeoutException("not folded within " + limit));
    }

    private static <C> Folded<C> foldAll(Projection.Work<C> work, List<RecordedEvent> wanted, long end) {
        for (RecordedEvent recorded : wanted) {
            try {
                work.fold(recorded);
            } catch (Throwable e) {
                return new Folded<>(recorded.position() - 1, Optional.of(work.changes()),
                        Optional.of(new Folded.Failure(recorded.position(), false, e)));
            }
        }
        return new Folded<>(end, Optional.of(work.changes()), Optional.empty());
    }

    /** Nothing of the batch is kept, since what was changed on the way cannot be had. */
    private static <C> Folded<C> stuck(long first, boolean hung, Throwable cause) {
        return new Folded<>(first - 1, Optional.empty(), Optional.of(new Folded.Failure(first, hung, cause)));
    }
}
