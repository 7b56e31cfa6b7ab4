package org.parley.capture.internal.meters.rollup;

import org.parley.capture.internal.meters.Aggregate;

/**
 * What the events of one slot came to.
 *
 * @param events       how many there were
 * @param withoutValue how many of them had no value that the meter can take, and so are not in the figure
 * @param groups       of the row for all groups: how many groups have a row of their own
 * @param aggregate    the figure; of different values, how many there are (the values themselves are kept beside)
 */
public record Row(long events, long withoutValue, int groups, Aggregate aggregate) {

    Row merge(Row other) {
        return new Row(events + other.events, withoutValue + other.withoutValue, groups + other.groups,
                aggregate.merge(other.aggregate));
    }

    Row withAggregate(Aggregate other) {
        return new Row(events, withoutValue, groups, other);
    }

    Row withGroups(int number) {
        return new Row(events, withoutValue, number, aggregate);
    }
}
