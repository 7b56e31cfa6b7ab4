package org.parley.capture.internal.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Chunks that are likely to be read soon: those just written, which all readers are about to read, and those that a
 * reader has read in part. Bounded in bytes; the first in is the first out.
 */
final class RecentChunks {

    private final TreeMap<Long, Chunk> chunks = new TreeMap<>();
    private final Deque<Long> order = new ArrayDeque<>();
    private final long maxBytes;
    private long bytes;

    RecentChunks(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    synchronized void add(Chunk chunk) {
        if (chunks.putIfAbsent(chunk.first(), chunk) != null) {
            return;
        }
        order.add(chunk.first());
        bytes += chunk.size();
        while (bytes > maxBytes && order.size() > 1) {
            bytes -= chunks.remove(order.remove()).size();
        }
    }

    synchronized Optional<Chunk> holding(long position) {
        return Optional.ofNullable(chunks.floorEntry(position)).map(Map.Entry::getValue)
                .filter(chunk -> chunk.holds(position));
    }
}
