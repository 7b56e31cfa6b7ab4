package org.parley.capture.internal.types;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How large a pattern becomes when its counted repetitions are written out, at most. The regular expression library
 * writes them out, so {@code ((a{1000}){1000}){1000}} would fill the memory.
 */
final class PatternCost {

    private static final long ENOUGH = 1L << 40;

    private final String regex;
    private final Deque<Long> outer = new ArrayDeque<>();
    private long sum;
    private long last;
    private int at;

    private PatternCost(String regex) {
        this.regex = regex;
    }

    static long of(String regex) {
        return new PatternCost(regex).count();
    }

    private long count() {
        while (at < regex.length()) {
            switch (regex.charAt(at)) {
                case '(' -> {
                    next(0);
                    outer.push(sum);
                    sum = 0;
                }
                case ')' -> {
                    long inside = sum + last;
                    sum = outer.isEmpty() ? 0 : outer.pop();
                    last = Math.min(ENOUGH, inside + 1);
                }
                case '[' -> {
                    next(1);
                    at = Math.max(at, regex.indexOf(']', at + 2) - 1);
                }
                case '{' -> last = Math.min(ENOUGH, last * repeats());
                case '\\' -> {
                    next(1);
                    at++;
                }
                default -> next(1);
            }
            at++;
        }
        return sum + last + outer.stream().mapToLong(Long::longValue).sum();
    }

    private void next(long cost) {
        sum = Math.min(ENOUGH, sum + last);
        last = cost;
    }

    /** The largest number between these braces; 1 if there is none. */
    private long repeats() {
        long most = 1;
        long number = 0;
        for (int i = at + 1; i < regex.length() && regex.charAt(i) != '}'; i++) {
            int digit = Character.digit(regex.charAt(i), 10);
            number = digit < 0 ? 0 : Math.min(ENOUGH, number * 10 + digit);
            most = Math.max(most, number);
        }
        return Math.min(most, 1 << 20);
    }
}
