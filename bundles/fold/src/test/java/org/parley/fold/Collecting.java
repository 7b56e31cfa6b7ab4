package org.parley.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.parley.capture.api.EventTypes;
import org.parley.capture.api.RecordedEvent;

/** Collects the ids of usage events, after {@code plugin} has looked at them. */
record Collecting(String name, int version, Consumer<String> plugin) implements Projection<List<String>> {

    static Collecting of(String name) {
        return new Collecting(name, 1, id -> { });
    }

    @Override
    public Set<String> eventTypes() {
        return Set.of(EventTypes.USAGE);
    }

    @Override
    public Work<List<String>> prepare(List<RecordedEvent> events) {
        List<String> ids = new ArrayList<>();
        return new Work<>() {

            @Override
            public void fold(RecordedEvent event) {
                plugin.accept(event.event().id());
                ids.add(event.event().id());
            }

            @Override
            public List<String> changes() {
                return ids;
            }
        };
    }
}
