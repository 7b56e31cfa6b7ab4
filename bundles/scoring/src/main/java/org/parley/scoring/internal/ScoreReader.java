package org.parley.scoring.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.parley.fold.Guard;
import org.parley.fold.Outcome;
import org.parley.fold.Projections;
import org.parley.fold.Standing;
import org.parley.scoring.api.Score;
import org.parley.scoring.internal.store.Owner;
import org.parley.scoring.internal.store.StateStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one customer's scores. What goes wrong in a plugin is told as insufficient data, never as an error. */
final class ScoreReader {

    private static final Logger LOG = LoggerFactory.getLogger(ScoreReader.class);
    private static final String NO_UNIT = "none";

    private final StateStore store;
    private final Projections<?> projections;
    private final Guard guard;
    private final Duration limit;

    ScoreReader(StateStore store, Projections<?> projections, Guard guard, Duration limit) {
        this.store = store;
        this.projections = projections;
        this.guard = guard;
        this.limit = limit;
    }

    <S> Score read(InstalledScore<S> score, Owner owner, Instant at) {
        Optional<String> obstacle = projections.standing(score.name())
                .map(Standing::obstacle)
                .orElse(Optional.of("still counting: this score was installed just now"));
        return obstacle.map(why -> Score.insufficient(score.name(), NO_UNIT, 0, why))
                .orElseGet(() -> readState(score, owner, at));
    }

    private <S> Score readState(InstalledScore<S> score, Owner owner, Instant at) {
        Optional<byte[]> stored = store.state(score.name(), owner);
        Outcome<Score> outcome = guard.call(limit, () -> {
            S state = stored.map(score.codec()::decode).orElseGet(score.function()::initial);
            return checked(score, score.function().read(state, at));
        });
        if (outcome instanceof Outcome.Done<Score> done) {
            return done.value();
        }
        LOG.warn("the score {} could not be read for {}: {}", score.name(), owner, outcome);
        return Score.insufficient(score.name(), NO_UNIT, 0, "this score failed to answer; the server's log says why");
    }

    private static Score checked(InstalledScore<?> score, Score answer) {
        if (!answer.name().equals(score.name())) {
            throw new IllegalStateException("answered as '" + answer.name() + "'");
        }
        if (answer.value().isPresent() && !Double.isFinite(answer.value().get())) {
            throw new IllegalStateException("answered a value that is no number");
        }
        return answer;
    }
}
