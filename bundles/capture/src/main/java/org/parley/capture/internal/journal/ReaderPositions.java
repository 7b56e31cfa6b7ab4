package org.parley.capture.internal.journal;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** How far each reader says it has durably come, since the journal was opened. */
public final class ReaderPositions {

    private final Map<String, Long> positions = new ConcurrentHashMap<>();

    void report(String reader, long position) {
        positions.put(reader, position);
    }

    /** By reader's name, in order. */
    public Map<String, Long> all() {
        return new TreeMap<>(positions);
    }

    /** Up to where every module that has reported has counted; 0 while none has. Our own index is no module. */
    public long countedUpTo() {
        return positions.entrySet().stream().filter(reader -> !reader.getKey().equals(Timeline.NAME))
                .mapToLong(Map.Entry::getValue).min().orElse(0);
    }
}
