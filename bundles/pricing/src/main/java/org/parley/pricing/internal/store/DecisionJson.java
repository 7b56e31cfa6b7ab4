package org.parley.pricing.internal.store;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import org.parley.common.Money;
import org.parley.pricing.api.Assessment;
import org.parley.pricing.api.Decision;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.ReasonClaim;
import org.parley.pricing.api.Standing;
import org.parley.pricing.internal.Json;
import org.parley.pricing.internal.Verdict;

/** A decision as JSON, in the shape in which it is kept, shown and run again. */
public final class DecisionJson {

    private DecisionJson() {}

    /** @param brief without explanations and inputs, which the strategy can make again from the rest */
    public static String text(Verdict verdict, boolean brief) {
        return Json.object(json -> {
            json.writeNumberField("cyclesPriced", verdict.before().cyclesPriced());
            json.writeObjectFieldStart("before");
            standing(json, verdict.before().standing());
            Json.write(json, "strategyState", verdict.before().standing().strategyState());
            json.writeEndObject();
            json.writeObjectFieldStart("after");
            standing(json, verdict.after().standing());
            json.writeEndObject();
            if (verdict.response().isPresent()) {
                response(json, verdict.response().get());
            }
            if (verdict.assessment().isPresent()) {
                assessment(json, verdict.assessment().get(), brief);
            }
            if (verdict.decision().isPresent()) {
                decision(json, verdict.decision().get(), brief);
            }
        });
    }

    private static void standing(JsonGenerator json, Standing standing) throws IOException {
        json.writeStringField("state", standing.state().name());
        json.writeStringField("tier", standing.tier().name());
        Json.write(json, "credit", standing.credit());
    }

    private static void response(JsonGenerator json, PriceResponse response) throws IOException {
        json.writeObjectFieldStart("response");
        json.writeStringField("kind", response.kind().name());
        Json.write(json, "amount", response.amount());
        json.writeArrayFieldStart("reasons");
        for (ReasonClaim reason : response.reasons()) {
            json.writeStartObject();
            json.writeStringField("code", reason.code());
            number(json, "share", reason.share());
            json.writeEndObject();
        }
        json.writeEndArray();
        money(json, "worth", response.worth());
        money(json, "earlier", response.earlier());
        json.writeEndObject();
    }

    private static void assessment(JsonGenerator json, Assessment assessment, boolean brief)
            throws IOException {
        json.writeObjectFieldStart("assessment");
        number(json, "differential", assessment.differential());
        number(json, "explained", assessment.explained());
        if (assessment.fairness().isPresent()) {
            json.writeNumberField("fairness", assessment.fairness().get());
        }
        json.writeNumberField("weight", assessment.weight());
        json.writeArrayFieldStart("reasons");
        for (Assessment.ReasonFinding found : assessment.reasons()) {
            json.writeStartObject();
            json.writeStringField("code", found.code());
            json.writeNumberField("claimed", found.claimed());
            json.writeNumberField("cap", found.cap());
            json.writeNumberField("plausible", found.plausible());
            json.writeNumberField("counted", found.counted());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (!brief) {
            Json.write(json, "explanation", assessment.explanation());
        }
        json.writeEndObject();
    }

    private static void decision(JsonGenerator json, Decision decision, boolean brief) throws IOException {
        json.writeObjectFieldStart("decision");
        json.writeStringField("rule", decision.rule());
        if (decision.reputation().isPresent()) {
            json.writeNumberField("reputation", decision.reputation().get());
        }
        json.writeArrayFieldStart("messages");
        for (String message : decision.messages()) {
            json.writeString(message);
        }
        json.writeEndArray();
        if (!brief) {
            Json.write(json, "inputs", decision.inputs());
            Json.write(json, "explanation", decision.explanation());
        }
        if (decision.appealWithin().isPresent()) {
            json.writeStringField("appealWithin", decision.appealWithin().get().toString());
        }
        json.writeEndObject();
    }

    private static void money(JsonGenerator json, String name, Optional<Money> value) throws IOException {
        if (value.isPresent()) {
            Json.write(json, name, value.get());
        }
    }

    private static void number(JsonGenerator json, String name, Optional<BigDecimal> value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(name, value.get());
        }
    }
}
