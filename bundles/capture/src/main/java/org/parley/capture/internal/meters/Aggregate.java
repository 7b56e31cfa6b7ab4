package org.parley.capture.internal.meters;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What some events come to. To merge is associative and has its aggregation's zero as the neutral element; the order
 * does not count. Only aggregates of the same kind are merged.
 */
public sealed interface Aggregate {

    /** What the events of both come to. */
    Aggregate merge(Aggregate other);

    /** The figure; empty if there is none without events. */
    Optional<BigDecimal> value();

    /** An exact sum. */
    record Sum(BigDecimal sum) implements Aggregate {

        @Override
        public Aggregate merge(Aggregate other) {
            return new Sum(sum.add(((Sum) other).sum));
        }

        @Override
        public Optional<BigDecimal> value() {
            return Optional.of(sum);
        }
    }

    /** A number of events, or of members that are listed elsewhere. */
    record Count(long count) implements Aggregate {

        @Override
        public Aggregate merge(Aggregate other) {
            return new Count(count + ((Count) other).count);
        }

        @Override
        public Optional<BigDecimal> value() {
            return Optional.of(BigDecimal.valueOf(count));
        }
    }

    /** The largest; of two equal ones, the one on the left. */
    record Max(Optional<BigDecimal> value) implements Aggregate {

        @Override
        public Aggregate merge(Aggregate other) {
            Optional<BigDecimal> its = other.value();
            boolean larger = its.isPresent() && (value.isEmpty() || its.get().compareTo(value.get()) > 0);
            return larger ? other : this;
        }
    }

    /** A value and when it was so. */
    record Point(Instant time, long position, BigDecimal value) {

        private static final Comparator<Point> ORDER = Comparator.comparing(Point::time).thenComparing(Point::position);
    }

    /** The value of the last event. */
    record Latest(Optional<Point> point) implements Aggregate {

        @Override
        public Aggregate merge(Aggregate other) {
            Optional<Point> its = ((Latest) other).point;
            boolean later = its.isPresent() && (point.isEmpty() || Point.ORDER.compare(its.get(), point.get()) > 0);
            return later ? other : this;
        }

        @Override
        public Optional<BigDecimal> value() {
            return point.map(Point::value);
        }
    }

    /** The different values themselves. */
    record Unique(Set<Member> members) implements Aggregate {

        @Override
        public Aggregate merge(Aggregate other) {
            Set<Member> both = new HashSet<>(members);
            both.addAll(((Unique) other).members);
            return new Unique(both);
        }

        @Override
        public Optional<BigDecimal> value() {
            return Optional.of(BigDecimal.valueOf(members.size()));
        }
    }
}
