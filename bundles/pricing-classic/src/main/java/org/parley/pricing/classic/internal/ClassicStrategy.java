package org.parley.pricing.classic.internal;

import java.util.List;
import org.parley.pricing.api.Assessment;
import org.parley.pricing.api.Decision;
import org.parley.pricing.api.OfferingTerms;
import org.parley.pricing.api.Parameters;
import org.parley.pricing.api.PolicyProblem;
import org.parley.pricing.api.PolicyTerms;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.PricingStrategy;
import org.parley.pricing.api.RelationshipFacts;
import org.parley.pricing.api.RelationshipState;
import org.parley.pricing.api.Standing;

/** What the classic strategies share: nobody is judged, and a relationship stands where it stood. */
abstract class ClassicStrategy implements PricingStrategy {

    private final String name;
    private final RelationshipState state;

    ClassicStrategy(String name, RelationshipState state) {
        this.name = name;
        this.state = state;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final List<PolicyProblem> check(PolicyTerms policy) {
        Parameters read = new Parameters(policy.parameters());
        Terms.read(read);
        return read.problems();
    }

    @Override
    public final Standing start(OfferingTerms offering, PolicyTerms policy) {
        return Terms.of(policy.parameters()).standing(state, offering);
    }

    @Override
    public final Decision decide(RelationshipFacts facts, PriceResponse response, Assessment assessment) {
        return Decision.keep(facts.standing(), "UNCHANGED", "under '" + name + "' a price changes nothing");
    }
}
