package org.parley.pricing.internal.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.common.Explanation;
import org.parley.common.Money;
import org.parley.common.Values;
import org.parley.pricing.api.RateSchedule;
import org.parley.pricing.api.ReasonClaim;
import org.parley.pricing.api.Suggestion;
import org.parley.pricing.internal.Json;

/** Lists inside a row: each is kept as an object with one entry, {@code list}. */
final class Stored {

    private static final String LIST = "list";

    private Stored() {}

    static List<?> list(String text) {
        return Json.values(text).list(LIST);
    }

    static String text(Explanation explanation) {
        return Json.object(json -> Json.write(json, LIST, explanation));
    }

    static String text(List<ReasonClaim> reasons) {
        return Json.object(json -> {
            json.writeArrayFieldStart(LIST);
            for (ReasonClaim reason : reasons) {
                json.writeStartObject();
                json.writeStringField("code", reason.code());
                if (reason.share().isPresent()) {
                    json.writeNumberField("share", reason.share().get());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /** Whether the explanation says no more than that the cycle has a reference price: that need not be kept. */
    static boolean isReference(Optional<Money> reference, Suggestion suggestion) {
        return reference.filter(amount -> suggestion.explanation().equals(ofReference(amount))).isPresent();
    }

    static Explanation ofReference(Money reference) {
        return new RateSchedule(Money.zero(reference.currency()), Map.of()).price(List.of(), Optional.of(reference))
                .explanation();
    }

    static Explanation explanation(String text) {
        return new Explanation(list(text).stream().map(Values.class::cast)
                .map(line -> new Explanation.Line(line.text("code").orElseThrow(), line.text("text").orElseThrow(),
                        line.decimal("effect").orElseThrow()))
                .toList());
    }
}
