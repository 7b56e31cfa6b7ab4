package org.parley.capture.internal.meters;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The windows of a time zone. The windows of one kind follow each other without a gap or an overlap; a day is a whole
 * number of hours, a month of days, also where the local clock is changed. A window is known by the instant it starts
 * at, since its local name may come twice.
 *
 * <p>An hour ends where the local clock shows a full hour, and where the clock is changed. So the hour that comes twice
 * in autumn is two windows; and where clocks move by half an hour there are windows of half an hour.
 */
public record Windows(ZoneId zone) {

    private static final int HOUR = 3600;

    /** A run of windows of one kind. */
    public record Span(WindowKind kind, Instant from, Instant to) {}

    /** The window of this kind that a time falls into. */
    public Window at(WindowKind kind, Instant time) {
        return switch (kind) {
            case HOUR -> hour(time);
            case DAY -> around(time, LocalDate.ofInstant(time, zone), this::start, date -> date.plusDays(1),
                    date -> date.minusDays(1));
            case MONTH -> around(time, YearMonth.from(time.atZone(zone)), month -> start(month.atDay(1)),
                    month -> month.plusMonths(1), month -> month.minusMonths(1));
        };
    }

    /** Whether a window of this kind starts at this time. */
    public boolean isBoundary(WindowKind kind, Instant time) {
        return at(kind, time).start().equals(time);
    }

    /**
     * The fewest windows that make up a range: months within, days and hours at the ends.
     *
     * @param from where an hour starts
     * @param to   where an hour starts
     */
    public List<Span> cover(Instant from, Instant to) {
        List<Span> spans = new ArrayList<>();
        Instant start = from;
        while (start.isBefore(to)) {
            Span next = longest(start, to);
            int last = spans.size() - 1;
            if (last >= 0 && spans.get(last).kind() == next.kind()) {
                spans.set(last, new Span(next.kind(), spans.get(last).from(), next.to()));
            } else {
                spans.add(next);
            }
            start = next.to();
        }
        return spans;
    }

    private Span longest(Instant start, Instant to) {
        for (WindowKind kind : List.of(WindowKind.MONTH, WindowKind.DAY)) {
            Window window = at(kind, start);
            if (window.start().equals(start) && !window.end().isAfter(to)) {
                return new Span(kind, start, window.end());
            }
        }
        return new Span(WindowKind.HOUR, start, hour(start).end());
    }

    private Window hour(Instant time) {
        ZoneRules rules = zone.getRules();
        ZoneOffset offset = rules.getOffset(time);
        long local = time.getEpochSecond() + offset.getTotalSeconds();
        Instant start = Instant.ofEpochSecond(Math.floorDiv(local, HOUR) * HOUR - offset.getTotalSeconds());
        Instant end = start.plusSeconds(HOUR);
        return new Window(
                rules.getOffset(start).equals(offset) ? start : rules.previousTransition(time.plusNanos(1)).getInstant(),
                rules.getOffset(end.minusNanos(1)).equals(offset) ? end : rules.nextTransition(time).getInstant());
    }

    /** The local clock may show a date again after the next has begun, or leave one out: only the starts count. */
    private static <D> Window around(Instant time, D shown, Function<D, Instant> start, Function<D, D> next,
            Function<D, D> previous) {
        D date = shown;
        while (time.isBefore(start.apply(date))) {
            date = previous.apply(date);
        }
        Instant end = start.apply(next.apply(date));
        while (!time.isBefore(end)) {
            date = next.apply(date);
            end = start.apply(next.apply(date));
        }
        return new Window(start.apply(date), end);
    }

    private Instant start(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }
}
