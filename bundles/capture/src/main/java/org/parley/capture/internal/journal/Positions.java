package org.parley.capture.internal.journal;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** A set of positions: a bit each. */
final class Positions {

    private static final int PAGE_BITS = 20;

    private final Map<Long, BitSet> pages = new HashMap<>();

    /** Adds a position; whether it is new. */
    boolean add(long position) {
        BitSet page = pages.computeIfAbsent(position >>> PAGE_BITS, number -> new BitSet());
        int bit = bit(position);
        boolean isNew = !page.get(bit);
        page.set(bit);
        return isNew;
    }

    boolean contains(long position) {
        return pages.getOrDefault(position >>> PAGE_BITS, new BitSet()).get(bit(position));
    }

    private static int bit(long position) {
        return (int) (position & (1 << PAGE_BITS) - 1);
    }
}
