package org.parley.benchmarks.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How often something happened and how long it took. */
final class Figures {

    private final List<Duration> durations = new ArrayList<>();

    void add(Duration duration) {
        durations.add(duration);
    }

    @Override
    public String toString() {
        List<Duration> sorted = durations.stream().sorted().toList();
        return String.format(Locale.ROOT, "%d | %.1f s / %.1f s", sorted.size(),
                sorted.get(sorted.size() / 2).toMillis() / 1e3, sorted.get(sorted.size() - 1).toMillis() / 1e3);
    }
}
