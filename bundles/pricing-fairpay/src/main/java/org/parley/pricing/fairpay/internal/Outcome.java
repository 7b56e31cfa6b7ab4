package org.parley.pricing.fairpay.internal;

import org.parley.pricing.api.RelationshipState;
import org.parley.pricing.api.Tier;

/** Where a rule sends a relationship. */
enum Outcome {
    STAY,
    PREMIUM,
    STANDARD,
    BASIC,
    WARN,
    SUSPEND;

    RelationshipState state(RelationshipState before) {
        return switch (this) {
            case STAY -> before;
            case PREMIUM, STANDARD, BASIC -> RelationshipState.ACTIVE;
            case WARN -> RelationshipState.WARNED;
            case SUSPEND -> RelationshipState.SUSPENDED;
        };
    }

    Tier tier(Tier before) {
        return switch (this) {
            case STAY, WARN -> before;
            case PREMIUM -> Tier.PREMIUM;
            case STANDARD -> Tier.STANDARD;
            case BASIC -> Tier.BASIC;
            case SUSPEND -> Tier.NONE;
        };
    }
}
