package org.parley.capture.internal.meters.rollup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.capture.api.Event;
import org.parley.capture.api.RecordedEvent;
import org.parley.capture.internal.meters.Aggregate;
import org.parley.capture.internal.meters.Aggregation;
import org.parley.capture.internal.meters.Definition;
import org.parley.capture.internal.meters.Group;
import org.parley.capture.internal.meters.Meter;
import org.parley.capture.internal.meters.Value;
import org.parley.capture.internal.meters.Window;
import org.parley.capture.internal.meters.WindowKind;
import org.parley.capture.internal.meters.Windows;
import org.parley.common.CustomerId;

/**
 * What some events come to for one meter: first by customer, hour and group, which are few where a customer sends much
 * at once, then in all rows that these belong to. For one thread.
 */
final class Batch {

    private record Cell(Optional<CustomerId> customer, Instant hour, Group group) {}

    /** Figures on their way into one row. */
    private static final class Parts {

        private long events;
        private long withoutValue;
        private final List<Aggregate> aggregates = new ArrayList<>(1);

        void add(Parts other) {
            events += other.events;
            withoutValue += other.withoutValue;
            aggregates.addAll(other.aggregates);
        }

        Row row(Aggregation aggregation) {
            return new Row(events, withoutValue, 0, aggregation.merge(aggregates));
        }
    }

    private final Meter meter;
    private final Definition definition;
    private final Windows windows;
    private final Map<WindowKind, Window> recent = new EnumMap<>(WindowKind.class);
    private final Map<Cell, Parts> cells = new LinkedHashMap<>();
    private final List<Long> gaps = new ArrayList<>();

    Batch(Meter meter) {
        this.meter = meter;
        this.definition = meter.definition();
        this.windows = new Windows(definition.zone());
    }

    Meter meter() {
        return meter;
    }

    /** The positions of the events that had no value. */
    List<Long> gaps() {
        return gaps;
    }

    void add(RecordedEvent recorded) {
        Event event = recorded.event();
        Cell cell = new Cell(event.customer(), start(WindowKind.HOUR, event.time()), definition.group(event));
        Parts parts = cells.computeIfAbsent(cell, none -> new Parts());
        parts.events++;
        Optional<Value> value = definition.value(event);
        if (value.isPresent()) {
            parts.aggregates.add(definition.aggregation().of(value.get(), event.time(), recorded.position()));
        } else {
            parts.withoutValue++;
            gaps.add(recorded.position());
        }
    }

    /** What is to be added to each row, in the order in which the rows were first needed. */
    Map<Slot, Row> rows() {
        Map<Slot, Parts> slots = new LinkedHashMap<>();
        cells.forEach((cell, parts) -> {
            for (WindowKind kind : WindowKind.values()) {
                Instant start = start(kind, cell.hour());
                add(slots, new Slot(kind, Optional.empty(), start, Group.ALL), cell.group(), parts);
                if (cell.customer().isPresent()) {
                    add(slots, new Slot(kind, cell.customer(), start, Group.ALL), cell.group(), parts);
                }
            }
        });
        Map<Slot, Row> rows = new LinkedHashMap<>(slots.size() * 2);
        slots.forEach((slot, parts) -> rows.put(slot, parts.row(definition.aggregation())));
        return rows;
    }

    private void add(Map<Slot, Parts> slots, Slot all, Group group, Parts parts) {
        slots.computeIfAbsent(all, none -> new Parts()).add(parts);
        if (!definition.groupBy().isEmpty()) {
            slots.computeIfAbsent(all.with(group), none -> new Parts()).add(parts);
        }
    }

    /** Events that come together are mostly of the same time. */
    private Instant start(WindowKind kind, Instant time) {
        Window window = recent.get(kind);
        if (window == null || !window.contains(time)) {
            window = windows.at(kind, time);
            recent.put(kind, window);
        }
        return window.start();
    }
}
