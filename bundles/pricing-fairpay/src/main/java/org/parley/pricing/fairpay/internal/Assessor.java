package org.parley.pricing.fairpay.internal;

import java.util.Optional;
import org.parley.common.Money;
import org.parley.pricing.api.Assessment;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.Suggestion;

/** How fair an answer is. */
final class Assessor {

    /** What a gain in fairness counts for when a price is raised afterwards. */
    private static final double MAKE_GOOD_WEIGHT = 0.5;

    private final FairPayParameters parameters;

    Assessor(FairPayParameters parameters) {
        this.parameters = parameters;
    }

    Assessment assess(Suggestion suggestion, PriceResponse response) {
        if (response.kind() == PriceResponse.Kind.SILENT) {
            return Assessment.unscored(Optional.empty(), "there was no answer in time; silence is not a price of zero");
        }
        if (response.kind() == PriceResponse.Kind.FIXED || suggestion.binding()) {
            return Assessment.unscored(Optional.empty(), "the price was fixed, so it says nothing about fairness");
        }
        if (suggestion.amount().isZero()) {
            return Assessment.unscored(Optional.empty(), "nothing was suggested, so there is nothing to compare with");
        }
        return response.kind() == PriceResponse.Kind.MAKE_GOOD
                ? makeGood(suggestion.amount(), response) : price(suggestion.amount(), response);
    }

    private Assessment price(Money suggested, PriceResponse response) {
        ExplainedDifferential differential = differential(suggested, response.amount(), response);
        return assessment(suggested, response.amount(), differential, parameters.weight(suggested));
    }

    /** The weight is the evidence that moves from unfair to fair; none if the earlier price is not known. */
    private Assessment makeGood(Money suggested, PriceResponse response) {
        ExplainedDifferential raised = differential(suggested, response.amount(), response);
        double gain = response.earlier().map(earlier ->
                fairness(raised) - fairness(differential(suggested, earlier, response))).orElse(0.0);
        double weight = Figures.shown(MAKE_GOOD_WEIGHT * parameters.weight(suggested) * Math.max(0, gain));
        return assessment(suggested, response.amount(), raised, weight);
    }

    private ExplainedDifferential differential(Money suggested, Money price, PriceResponse response) {
        return ExplainedDifferential.of(suggested, price, response.reasons(), parameters.reasons());
    }

    private double fairness(ExplainedDifferential differential) {
        return parameters.fairness().of(differential.explained());
    }

    private Assessment assessment(Money suggested, Money price, ExplainedDifferential differential, double weight) {
        return new Assessment(Optional.of(differential.plain()), Optional.of(differential.explained()),
                Optional.of(fairness(differential)), weight, differential.findings(),
                differential.explanation(suggested, price));
    }
}
