package org.parley.scoring.internal.scores;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A set of days, kept as runs, so that one who comes every day for years takes no more room than one who came twice.
 *
 * @param runs first and last day of each run of days, in order, as days since 1970-01-01; runs neither touch nor overlap
 */
public record ActiveDays(List<Integer> runs) {

    static final ActiveDays NONE = new ActiveDays(List.of());

    public ActiveDays {
        runs = List.copyOf(runs);
    }

    boolean contains(int day) {
        return starts().anyMatch(i -> runs.get(i) <= day && day <= runs.get(i + 1));
    }

    /** The set with this day in it; the same object if it is there already. */
    ActiveDays with(int day) {
        if (contains(day)) {
            return this;
        }
        List<Integer> next = new ArrayList<>(runs.size() + 2);
        int first = day;
        int last = day;
        int at = 0;
        for (int i = 0; i < runs.size(); i += 2) {
            if (runs.get(i + 1) == day - 1) {
                first = runs.get(i);
            } else if (runs.get(i) == day + 1) {
                last = runs.get(i + 1);
            } else {
                next.add(runs.get(i));
                next.add(runs.get(i + 1));
                at += runs.get(i) < day ? 2 : 0;
            }
        }
        next.addAll(at, List.of(first, last));
        return new ActiveDays(next);
    }

    /** The days up to and including {@code day}. */
    ActiveDays until(int day) {
        List<Integer> kept = new ArrayList<>();
        starts().filter(i -> runs.get(i) <= day).forEach(i -> {
            kept.add(runs.get(i));
            kept.add(Math.min(day, runs.get(i + 1)));
        });
        return new ActiveDays(kept);
    }

    int count() {
        return starts().map(i -> runs.get(i + 1) - runs.get(i) + 1).sum();
    }

    OptionalInt first() {
        return runs.isEmpty() ? OptionalInt.empty() : OptionalInt.of(runs.get(0));
    }

    OptionalInt last() {
        return runs.isEmpty() ? OptionalInt.empty() : OptionalInt.of(runs.get(runs.size() - 1));
    }

    private IntStream starts() {
        return IntStream.iterate(0, i -> i < runs.size(), i -> i + 2);
    }
}
