package org.parley.capture.internal.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How far each reader says it has durably come, since the journal was opened. A reader reports several times a second;
 * one that has been silent for a minute is gone and left out, unless it is a module that everything is counted by.
 *
 * <p>A module's plugin that is still behind reads as {@code module/plugin}. It is told but decides nothing: its own
 * answers say that it is still counting, and what was counted once does not become uncounted because of it.
 */
public final class ReaderPositions {

    /** Nothing is counted before these have; they are waited for until they report. */
    static final Set<String> MODULES = Set.of("meters", "pricing", "reporting", "scoring");

    /** Longer than any batch may take. */
    static final Duration SILENCE = Duration.ofMinutes(1);

    private record Report(long position, Instant at) {}

    private final InstantSource time;
    private final Map<String, Report> reports = new ConcurrentHashMap<>();

    ReaderPositions(InstantSource time) {
        this.time = time;
    }

    void report(String reader, long position) {
        reports.put(reader, new Report(position, time.instant()));
    }

    /** By reader's name, in order; without those that are gone. */
    public Map<String, Long> all() {
        Instant since = time.instant().minus(SILENCE);
        Map<String, Long> present = new TreeMap<>();
        reports.forEach((reader, report) -> {
            if (MODULES.contains(reader) || !report.at().isBefore(since)) {
                present.put(reader, report.position());
            }
        });
        return present;
    }

    /** Up to where all modules have counted; 0 until each of them has reported. */
    public long countedUpTo() {
        Map<String, Long> present = all();
        return !present.keySet().containsAll(MODULES) ? 0 : present.entrySet().stream()
                .filter(reader -> decides(reader.getKey())).mapToLong(Map.Entry::getValue).min().orElse(0);
    }

    /** What every reader has durably passed, also those that decide nothing else; 0 until all modules have reported. */
    long passedByAll() {
        Map<String, Long> present = all();
        return !present.keySet().containsAll(MODULES) ? 0
                : present.values().stream().mapToLong(Long::longValue).min().orElse(0);
    }

    /** Our own index is no module. */
    private static boolean decides(String reader) {
        return !reader.equals(Timeline.NAME) && reader.indexOf('/') < 0;
    }
}
