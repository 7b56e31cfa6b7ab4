package org.parley.reporting.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.capture.api.RecordedEvent;
import org.parley.fold.Projection;
import org.parley.reporting.api.Increment;
import org.parley.reporting.api.Report.Step;
import org.parley.reporting.internal.store.CellId;
import org.parley.reporting.internal.store.Owner;
import org.parley.reporting.internal.store.RollupChanges;
import org.parley.reporting.internal.store.RollupStore;

/** One report's way through the journal: increments of a batch are summed before they go to the database. */
record ReportProjection<S>(InstalledReport<S> installed, RollupStore store) implements Projection<RollupChanges> {

    @Override
    public String name() {
        return installed.description().id();
    }

    @Override
    public int version() {
        return installed.version();
    }

    @Override
    public Set<String> eventTypes() {
        return installed.eventTypes();
    }

    @Override
    public Work<RollupChanges> prepare(List<RecordedEvent> events) {
        if (installed.stateless()) {
            return new RollupWork<>(installed, Map.of());
        }
        Set<Owner> owners = events.stream().map(recorded -> Owner.of(recorded.event())).flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return new RollupWork<>(installed, store.states(name(), owners));
    }

    private static final class RollupWork<S> implements Work<RollupChanges> {

        private final InstalledReport<S> installed;
        private final Map<Owner, String> stored;
        private final Map<Owner, S> states = new HashMap<>();
        private final Set<Owner> changed = new HashSet<>();
        private final Map<CellId, Long> cells = new HashMap<>();

        RollupWork(InstalledReport<S> installed, Map<Owner, String> stored) {
            this.installed = installed;
            this.stored = stored;
        }

        @Override
        public void fold(RecordedEvent recorded) {
            Optional<Owner> owner = installed.stateless() ? Optional.empty() : Owner.of(recorded.event());
            S before = owner.map(this::state).orElseGet(installed.report()::initial);
            Step<S> step = installed.report().fold(before, recorded.event());
            S after = Objects.requireNonNull(step.state(), "state");
            add(recorded.event().seller().value(), step.increments());
            if (owner.isPresent() && after != before) {
                states.put(owner.get(), after);
                changed.add(owner.get());
            }
        }

        private S state(Owner owner) {
            return states.computeIfAbsent(owner, key -> {
                @Nullable String json = stored.get(key);
                return json == null ? installed.report().initial() : installed.decode(json);
            });
        }

        /** All of an event's increments are looked at before the first is added, so that a bad one leaves no trace. */
        private void add(String seller, List<Increment> increments) {
            List<CellId> ids = new ArrayList<>(increments.size());
            increments.forEach(increment -> ids.add(CellId.of(seller, increment)));
            for (int i = 0; i < ids.size(); i++) {
                cells.merge(ids.get(i), increments.get(i).amount(), RollupWork::sum);
            }
        }

        private static long sum(long a, long b) {
            long sum = a + b;
            boolean overflown = ((a ^ sum) & (b ^ sum)) < 0;
            return overflown ? (a < 0 ? -Long.MAX_VALUE : Long.MAX_VALUE) : sum;
        }

        @Override
        public RollupChanges changes() {
            Map<Owner, String> encoded = new HashMap<>();
            changed.forEach(owner -> encoded.put(owner, installed.encode(states.get(owner))));
            return new RollupChanges(cells, encoded);
        }
    }
}
