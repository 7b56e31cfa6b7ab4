package org.parley.cli.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Generates customers: the same ones for the same seed. */
final class Population {

    private static final double FROM_THE_START = 0.40;
    private static final int LAST_TO_JOIN = 9;
    private static final double PODCAST_TOO = 0.35;
    /** Per month; the Correspondent's annual members churned at up to 25 % a year. */
    private static final double LEAVING = 0.023;
    private static final double USE_SPREAD = 0.45;

    private Population() {}

    static List<Customer> of(int size, long seed) {
        return IntStream.range(0, size).mapToObj(i -> customer(i, Mixed.of(seed, i))).toList();
    }

    private static Customer customer(int index, long seed) {
        Random random = new Random(seed);
        AgentKind kind = kind(random.nextDouble());
        int joins = random.nextDouble() < FROM_THE_START ? 0 : 1 + random.nextInt(LAST_TO_JOIN);
        int leaves = joins + 1 + (int) (Math.log(1 - random.nextDouble()) / Math.log(1 - LEAVING));
        double intensity = Math.exp(USE_SPREAD * random.nextGaussian());
        Set<String> offerings = new HashSet<>(Set.of(Catalogue.MAGAZINE));
        if (random.nextDouble() < PODCAST_TOO) {
            offerings.add(Catalogue.PODCAST);
        }
        return new Customer(String.format(Locale.ROOT, "reader-%03d", index + 1), kind, joins, leaves, intensity,
                Set.copyOf(offerings), seed);
    }

    private static AgentKind kind(double at) {
        double upTo = 0;
        for (AgentKind kind : AgentKind.values()) {
            upTo += kind.share();
            if (at < upTo) {
                return kind;
            }
        }
        return AgentKind.NORM_FOLLOWER;
    }
}
