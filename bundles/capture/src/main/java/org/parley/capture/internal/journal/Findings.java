package org.parley.capture.internal.journal;

import java.util.ArrayList;
import java.util.List;

/** What is wrong: the first hundred, and how many there are in all. */
final class Findings {

    private static final int LISTED = 100;

    private final List<String> first = new ArrayList<>();
    private long count;

    void add(String finding) {
        if (count++ < LISTED) {
            first.add(finding);
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    List<String> list() {
        List<String> all = new ArrayList<>(first);
        if (count > LISTED) {
            all.add("and " + (count - LISTED) + " more");
        }
        return List.copyOf(all);
    }
}
