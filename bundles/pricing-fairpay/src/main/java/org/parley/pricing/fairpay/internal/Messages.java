package org.parley.pricing.fairpay.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.ReasonClaim;
import org.parley.pricing.api.RelationshipState;
import org.parley.pricing.api.Standing;

/** Codes of the messages that a customer should get after a decision. */
final class Messages {

    /** Reasons that put the fault with what was sold: an apology is due, and the seller has something to mend. */
    private static final Set<String> VALUE_FAULTS = Set.of("NOT_USED", "NOT_USEFUL", "DUPLICATE", "QUALITY",
            "FOUND_ERROR", "OUTAGE", "BUG", "LATE", "SUPPORT");

    private Messages() {}

    static List<String> after(Standing before, Standing next, Situation now, PriceResponse response) {
        List<String> messages = new ArrayList<>();
        messages.add(headline(before, next));
        if (!now.fairCycle() && response.reasons().isEmpty()) {
            messages.add("ASK_WHY");
        }
        if (response.reasons().stream().map(ReasonClaim::code).anyMatch(VALUE_FAULTS::contains)) {
            messages.add("VALUE_FAULT_APOLOGY");
        }
        return messages;
    }

    private static String headline(Standing before, Standing next) {
        if (next.state() == RelationshipState.SUSPENDED) {
            return "SUSPENSION";
        }
        if (next.state() == RelationshipState.WARNED) {
            return "WARNING";
        }
        if (before.state() == RelationshipState.WARNED) {
            return "WARNING_LIFTED";
        }
        int rise = next.tier().compareTo(before.tier());
        return rise > 0 ? "PROMOTION" : rise < 0 ? "TIER_LOWERED" : "THANKS";
    }
}
