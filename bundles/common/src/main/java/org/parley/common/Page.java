package org.parley.common;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items at most as many as were asked for
 * @param next  an opaque text to ask for the page after this one; empty on the last page
 */
public record Page<T>(List<T> items, Optional<String> next) {

    /** How many items a page has when the caller does not say. */
    public static final int DEFAULT_LIMIT = 50;

    /** How many items a page has at the most. */
    public static final int MAX_LIMIT = 1000;

    public Page {
        items = List.copyOf(items);
    }

    /**
     * A page from one item more than fits: the surplus item only proves that there is a next page.
     *
     * @param found  up to {@code limit + 1} items in order
     * @param cursor where the next page starts, given the last item of this one
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> cursor) {
        if (found.size() <= limit) {
            return new Page<>(found, Optional.empty());
        }
        List<T> items = found.subList(0, limit);
        return new Page<>(items, Optional.of(cursor.apply(items.get(limit - 1))));
    }

    public <R> Page<R> map(Function<? super T, ? extends R> each) {
        return new Page<>(items.stream().<R>map(each).toList(), next);
    }
}
