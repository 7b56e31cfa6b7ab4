package org.parley.rest.internal.swap;

import java.util.ArrayList;
import java.util.List;

/**
 * A path and all below it, such as {@code /api/v1/events}; a segment {@code *} stands for any one, as in
 * {@code /api/v1/customers/*}{@code /scores}.
 */
record PathPattern(List<String> segments) implements Comparable<PathPattern> {

    static PathPattern parse(String pattern) {
        return new PathPattern(split(pattern));
    }

    static List<String> split(String path) {
        List<String> segments = new ArrayList<>();
        for (int start = 0; start < path.length(); ) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            if (end > start) {
                segments.add(path.substring(start, end));
            }
            start = end + 1;
        }
        return List.copyOf(segments);
    }

    boolean matches(List<String> path) {
        if (path.size() < segments.size()) {
            return false;
        }
        for (int i = 0; i < segments.size(); i++) {
            String wanted = segments.get(i);
            if (!wanted.equals("*") && !wanted.equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The more specific first: longer, then with fewer wildcards. */
    @Override
    public int compareTo(PathPattern other) {
        int byLength = Integer.compare(other.segments.size(), segments.size());
        return byLength != 0 ? byLength : Long.compare(wildcards(), other.wildcards());
    }

    private long wildcards() {
        return segments.stream().filter("*"::equals).count();
    }
}
