package org.parley.capture.internal.journal;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Ranges of positions that do not overlap. */
final class Ranges {

    private final TreeMap<Long, Long> lastByFirst = new TreeMap<>();

    void add(long first, long last) {
        lastByFirst.put(first, last);
    }

    boolean contains(long position) {
        Map.@Nullable Entry<Long, Long> range = lastByFirst.floorEntry(position);
        return Optional.ofNullable(range).filter(found -> position <= found.getValue()).isPresent();
    }

    boolean isEmpty() {
        return lastByFirst.isEmpty();
    }
}
