package org.parley.scoring.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.parley.capture.api.RecordedEvent;
import org.parley.fold.Projection;
import org.parley.scoring.internal.store.Owner;
import org.parley.scoring.internal.store.StateStore;

/** One score's way through the journal: each customer's state is read once and written once for a batch. */
record ScoreProjection<S>(InstalledScore<S> score, StateStore store) implements Projection<Map<Owner, byte[]>> {

    @Override
    public String name() {
        return score.name();
    }

    @Override
    public int version() {
        return score.version();
    }

    @Override
    public Set<String> eventTypes() {
        return score.eventTypes();
    }

    @Override
    public Work<Map<Owner, byte[]>> prepare(List<RecordedEvent> events) {
        List<Owner> owners = events.stream().map(recorded -> Owner.of(recorded.event()))
                .flatMap(Optional::stream).distinct().toList();
        return new StateWork<>(score, store.states(score.name(), owners));
    }

    private static final class StateWork<S> implements Work<Map<Owner, byte[]>> {

        private final InstalledScore<S> score;
        private final Map<Owner, byte[]> stored;
        private final Map<Owner, S> states = new HashMap<>();
        private final Set<Owner> changed = new HashSet<>();

        StateWork(InstalledScore<S> score, Map<Owner, byte[]> stored) {
            this.score = score;
            this.stored = stored;
        }

        @Override
        public void fold(RecordedEvent recorded) {
            Owner.of(recorded.event()).ifPresent(owner -> {
                S before = states.computeIfAbsent(owner, this::load);
                S after = Objects.requireNonNull(score.function().fold(before, recorded.event()), "state");
                if (after != before) {
                    states.put(owner, after);
                    changed.add(owner);
                }
            });
        }

        private S load(Owner owner) {
            byte[] bytes = stored.get(owner);
            return bytes == null ? score.function().initial() : score.codec().decode(bytes);
        }

        @Override
        public Map<Owner, byte[]> changes() {
            Map<Owner, byte[]> changes = new HashMap<>();
            changed.forEach(owner -> changes.put(owner, score.codec().encode(states.get(owner))));
            return changes;
        }
    }
}
