package org.parley.pricing.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.common.Values;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.ReasonClaim;
import org.parley.pricing.api.RelationshipState;
import org.parley.pricing.api.Standing;
import org.parley.pricing.api.Tier;
import org.parley.pricing.internal.Position;

/**
 * A decision as it was recorded.
 *
 * @param fallback why another strategy than the named one decided, or none did; empty if the named one did
 * @param record   what {@link DecisionJson} wrote
 */
public record StoredDecision(Instant at, String strategy, Optional<String> bundle, Optional<String> bundleVersion,
        Optional<String> fallback, Values record) {

    /** How far the relationship had come. */
    public Position before() {
        Values before = record.object("before").orElseThrow();
        Standing standing = new Standing(RelationshipState.valueOf(before.text("state").orElseThrow()),
                Tier.valueOf(before.text("tier").orElseThrow()), before.money("credit").orElseThrow(),
                before.object("strategyState").orElseThrow());
        return new Position(standing, record.whole("cyclesPriced").orElseThrow(), false);
    }

    /** Whether its explanation was left out when it was recorded. */
    public boolean isBrief() {
        return record.object("decision").filter(decision -> !decision.has("explanation")).isPresent();
    }

    /** The same decision with another record. */
    public StoredDecision with(Values newRecord) {
        return new StoredDecision(at, strategy, bundle, bundleVersion, fallback, newRecord);
    }

    /** What was judged. */
    public PriceResponse response() {
        Values response = record.object("response").orElseThrow();
        List<ReasonClaim> reasons = response.list("reasons").stream().map(Values.class::cast)
                .map(each -> new ReasonClaim(each.text("code").orElseThrow(), each.decimal("share"))).toList();
        return new PriceResponse(PriceResponse.Kind.valueOf(response.text("kind").orElseThrow()),
                response.money("amount").orElseThrow(), reasons, response.money("worth"),
                response.money("earlier"));
    }
}
