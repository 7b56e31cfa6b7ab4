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
    private long rewrites;

    RecentChunks(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** How often chunks were rewritten so far; to be asked before a chunk is read. */
    synchronized long rewrites() {
        return rewrites;
    }

    /** Forgets everything: chunks were rewritten, and one that is being read may be of before. */
    synchronized void clear() {
        rewrites++;
        chunks.clear();
        order.clear();
        bytes = 0;
    }

    /** Adds a chunk that was read after so many rewrites; one of before a rewrite is not kept. */
    synchronized void add(Chunk chunk, long readAfter) {
        if (readAfter == rewrites) {
            add(chunk);
        }
    }

    /** Adds a chunk that was just written. */
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
                .filter(chunk -> chunk.covers(position));
    }
}
