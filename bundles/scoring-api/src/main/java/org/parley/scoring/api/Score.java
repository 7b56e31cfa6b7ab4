package org.parley.scoring.api;

import java.util.Optional;
import org.parley.common.Explanation;

/**
 * One measure of a relationship at one moment.
 *
 * @param name        the score function's name
 * @param unit        what the value counts, such as {@code EUR/hour} or {@code ratio}
 * @param value       the figure; empty if there is too little to tell, and then {@code insufficient} says what is missing
 * @param interval    where the true value lies with 90 % confidence or posterior probability, if that can be said
 * @param evidence    how many observations the value rests on
 * @param explanation lines that add up to the value
 * @param insufficient why there is no value
 */
public record Score(String name, String unit, Optional<Double> value, Optional<Interval> interval, long evidence,
        Explanation explanation, Optional<String> insufficient) {

    /** A range, both ends included. */
    public record Interval(double low, double high) {}

    public static Score of(String name, String unit, double value, Interval interval, long evidence,
            Explanation explanation) {
        return new Score(name, unit, Optional.of(value), Optional.of(interval), evidence, explanation,
                Optional.empty());
    }

    /** Says what is missing instead of giving a number that means nothing. */
    public static Score insufficient(String name, String unit, long evidence, String why) {
        return new Score(name, unit, Optional.empty(), Optional.empty(), evidence, Explanation.of(),
                Optional.of(why));
    }
}
