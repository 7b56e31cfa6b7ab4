package org.parley.cli.demo;

import java.util.List;

/**
 * How a kind of customer sets prices. The kinds are those that research on voluntary payment tells apart; their shares
 * follow the guests of Panera Cares, a café that suggested prices (the founder: more than half paid the suggestion, some
 * 20 % more, some 20 % less or nothing; the company: 85 % of it on average). How the
 * last fifth divides is our assumption.
 */
enum AgentKind {

    /** Pays nothing where nobody minds: 62 % of downloads of <i>In Rainbows</i> (comScore, 2007). */
    FREE_RIDER(0.08, new Habit(0.62, 0.10, -0.80, 0.50, 0.20), List.of("NOT_USED", "EXPECTED_FREE")),
    /**
     * Pays about what is suggested: on Magnatune the suggestion of $8 was the most frequent price and the mean $8.20
     * (Regner and Barria 2009).
     */
    NORM_FOLLOWER(0.58, new Habit(0.01, 0.50, -0.12, 0.15, 0.04), List.of("FOUND_ERROR", "NOT_USED", "SP_TOO_HIGH")),
    /** Pays more, to give something back: the main motive of Magnatune's frequent customers (Regner 2015). */
    RECIPROCATOR(0.19, new Habit(0, 0.25, 0.18, 0.15, 0.02), List.of("SUPPORT_CREATOR", "EXCELLENT", "HELPED_GOAL")),
    /** Pays as little as keeps the next offer (the selfish buyer of Mak, Zwick, Rao and Pattaratanakun 2015). */
    STRATEGIC(0.07, new Habit(0.02, 0, -0.26, 0.05, 0.05), List.of("CHEAPER_ELSEWHERE", "SP_TOO_HIGH")),
    /** Pays what is left: "all I can afford" was the most frequent answer of World of Goo's buyers (22.7 %, 2009). */
    BUDGET_LIMITED(0.08, new Habit(0.05, 0.15, -0.45, 0.25, 0.05), List.of("STUDENT", "LOW_INCOME", "UNEMPLOYED"));

    private final double share;
    private final Habit habit;
    private final List<String> reasons;

    AgentKind(double share, Habit habit, List<String> reasons) {
        this.share = share;
        this.habit = habit;
        this.reasons = reasons;
    }

    /** Of all customers, 0 to 1. */
    double share() {
        return share;
    }

    Habit habit() {
        return habit;
    }

    /** The reasons it gives, by code. */
    List<String> reasons() {
        return reasons;
    }

    /**
     * The distribution of prices against the suggestion.
     *
     * @param zero   chance of paying nothing
     * @param exact  chance of paying just the suggestion, otherwise
     * @param bias   mean of log(price / suggestion), otherwise
     * @param spread standard deviation of the same
     * @param silent chance of giving no answer at all
     */
    record Habit(double zero, double exact, double bias, double spread, double silent) {}
}
