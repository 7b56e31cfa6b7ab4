package org.parley.pricing.fairpay.internal;

import org.parley.pricing.api.Parameters;

/**
 * Whether parameters that are each within their range make sense together. Evidence fades, so a customer who always
 * pays in full approaches a highest possible reputation: a gate at or above it would never open for anybody.
 */
final class Consistency {

    private final FairPayParameters parameters;
    private final Parameters problems;

    private Consistency(FairPayParameters parameters, Parameters problems) {
        this.parameters = parameters;
        this.problems = problems;
    }

    /** Notes every contradiction under the parameter that is best changed. */
    static void check(FairPayParameters parameters, Parameters problems) {
        Consistency consistency = new Consistency(parameters, problems);
        consistency.bands();
        consistency.tiers();
        consistency.reachable();
        consistency.streak();
        consistency.credit();
    }

    private void bands() {
        Fairness bands = parameters.fairness();
        if (!(bands.unfair() < bands.ok())) {
            problems.problem("bandUnfair", "bandUnfair must lie below bandOk (" + bands.ok() + "), not at "
                    + bands.unfair());
        }
        if (!(bands.ok() <= bands.high())) {
            problems.problem("bandOk", "bandOk must not lie above bandHigh (" + bands.high() + "); it is " + bands.ok());
        }
    }

    private void tiers() {
        Gates gates = parameters.gates();
        if (gates.premiumMean() < gates.mean()) {
            problems.problem("premiumMean", "the premium tier must not ask for less than the standard tier: at least "
                    + gates.mean() + ", not " + gates.premiumMean());
        }
        if (gates.premiumLow() < gates.low()) {
            problems.problem("premiumLow", "the premium tier must not ask for less than the standard tier: at least "
                    + gates.low() + ", not " + gates.premiumLow());
        }
    }

    private void reachable() {
        Reputation best = parameters.fading().perfect();
        Gates gates = parameters.gates();
        reachable("gateMean", gates.mean(), best.mean());
        reachable("premiumMean", gates.premiumMean(), best.mean());
        reachable("gateLow", gates.low(), best.lowerBound());
        reachable("premiumLow", gates.premiumLow(), best.lowerBound());
    }

    private void reachable(String name, double gate, double limit) {
        if (gate >= limit) {
            problems.problem(name, "no customer can reach " + gate + ": with a half-life of "
                    + parameters.fading().halfLife() + " cycles even one who always pays in full stays below "
                    + Figures.decimal(limit, 4) + "; set it lower, or halfLife higher");
        }
    }

    /** A longer streak than the gates tolerate would never be noticed: the gates close first. */
    private void streak() {
        Reputation reputation = parameters.fading().perfect();
        for (int zeros = 1; zeros < parameters.streak(); zeros++) {
            reputation = reputation.faded(parameters.fading().perCycle()).with(0, 1);
            if (!parameters.gates().standard(reputation.mean(), reputation.lowerBound())) {
                problems.problem("streak", "the streak rule would never decide: after " + zeros
                        + " clearly unfair cycles even the best reputation is below the gates; set it to at most " + zeros);
                return;
            }
        }
    }

    private void credit() {
        CreditRule credit = parameters.credit();
        if (credit.max().compareTo(credit.initial()) < 0) {
            problems.problem("creditMax", "creditMax must not be less than credit0 ("
                    + credit.initial().toPlainString() + "); it is " + credit.max().toPlainString());
        }
    }
}
