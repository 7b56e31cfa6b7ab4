package org.parley.cli.demo;

import java.util.Random;
import java.util.Set;

/**
 * A generated customer.
 *
 * @param id        such as {@code reader-007}
 * @param kind      how it sets prices
 * @param joins     the month of its first cycle, from 0
 * @param leaves    the month in which it is gone
 * @param intensity how much it uses, about 1
 * @param offerings what it subscribes to
 * @param seed      of all chance in its life
 */
record Customer(String id, AgentKind kind, int joins, int leaves, double intensity, Set<String> offerings, long seed) {

    boolean isHere(int month) {
        return month >= joins && month < leaves;
    }

    /** Chance in one month, for one purpose: the same whatever else happens, and in whatever order. */
    Random chance(int month, String purpose) {
        return new Random(Mixed.of(seed, month, purpose.hashCode()));
    }
}
