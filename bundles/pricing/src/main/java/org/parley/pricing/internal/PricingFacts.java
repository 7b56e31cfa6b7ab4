package org.parley.pricing.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.parley.capture.api.EventTypes;
import org.parley.pricing.api.Assessment;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.ReasonClaim;
import org.parley.pricing.api.Standing;

/** What the journal is told, with the data that {@link EventTypes} documents. */
public final class PricingFacts {

    private PricingFacts() {}

    public static Fact started(UUID id, Relationship r) {
        return fact(id, r, EventTypes.RELATIONSHIP_STARTED, r.started(), json -> {
            relationship(json, r);
            standing(json, r.position().standing(), "");
        });
    }

    static Fact changed(UUID id, Relationship r, Standing before, String rule, Instant at) {
        return fact(id, r, EventTypes.RELATIONSHIP_CHANGED, at, json -> {
            relationship(json, r);
            standing(json, r.position().standing(), "");
            standing(json, before, "Before");
            json.writeStringField("rule", rule);
        });
    }

    static Fact opened(UUID id, Relationship r, Cycle cycle) {
        return fact(id, r, EventTypes.CYCLE_OPENED, cycle.times().opened(), json -> cycle(json, cycle));
    }

    static Fact requested(UUID id, Relationship r, Cycle cycle, Instant at) {
        return suggested(id, r, EventTypes.CYCLE_REQUESTED, cycle, at);
    }

    static Fact resuggested(UUID id, Relationship r, Cycle cycle, Instant at) {
        return suggested(id, r, EventTypes.CYCLE_RESUGGESTED, cycle, at);
    }

    private static Fact suggested(UUID id, Relationship r, String type, Cycle cycle, Instant at) {
        return fact(id, r, type, at, json -> {
            cycle(json, cycle);
            Json.write(json, "suggested", cycle.suggestion().orElseThrow().amount());
            json.writeStringField("deadline", cycle.times().due().orElseThrow().toString());
        });
    }

    static Fact lapsed(UUID id, Relationship r, Cycle cycle, Instant at) {
        return fact(id, r, EventTypes.CYCLE_LAPSED, at, json -> cycle(json, cycle));
    }

    public static Fact priced(UUID id, Cycle cycle, Optional<Verdict> verdict, Instant at) {
        return new Fact(id, cycle.seller(), EventTypes.CYCLE_PRICED, cycle.customer(), at, Json.object(json -> {
            cycle(json, cycle);
            json.writeStringField("policy", cycle.terms().policy().value());
            if (cycle.item().isPresent()) {
                json.writeStringField("item", cycle.item().get());
            }
            price(json, cycle);
            if (verdict.isPresent()) {
                verdict(json, verdict.get());
            }
        }));
    }

    private static Fact fact(UUID id, Relationship r, String type, Instant at, Json.Body data) {
        return new Fact(id, r.seller(), type, Optional.of(r.customer()), at, Json.object(data));
    }

    private static void relationship(JsonGenerator json, Relationship r) throws IOException {
        json.writeStringField("relationship", r.id().value());
        json.writeStringField("offering", r.offering().value());
        json.writeStringField("policy", r.policy().value());
    }

    private static void cycle(JsonGenerator json, Cycle cycle) throws IOException {
        json.writeStringField("cycle", cycle.id().value());
        if (cycle.relationship().isPresent()) {
            json.writeStringField("relationship", cycle.relationship().get().value());
        }
        json.writeStringField("offering", cycle.terms().offering().value());
    }

    private static void price(JsonGenerator json, Cycle cycle) throws IOException {
        PriceResponse response = cycle.answer().orElseThrow().response();
        Json.write(json, "price", response.amount());
        if (cycle.suggestion().isPresent() && !cycle.suggestion().get().amount().isZero()) {
            Json.write(json, "suggested", cycle.suggestion().get().amount());
        }
        if (response.worth().isPresent()) {
            Json.write(json, "worth", response.worth().get());
        }
        if (response.earlier().isPresent()) {
            Json.write(json, "earlier", response.earlier().get());
        }
        json.writeArrayFieldStart("reasons");
        for (ReasonClaim reason : response.reasons()) {
            json.writeString(reason.code());
        }
        json.writeEndArray();
        json.writeStringField("kind", response.kind().name());
    }

    private static void verdict(JsonGenerator json, Verdict verdict) throws IOException {
        if (verdict.assessment().isPresent()) {
            assessment(json, verdict.assessment().get());
        }
        standing(json, verdict.after().standing(), "");
        standing(json, verdict.before().standing(), "Before");
        if (verdict.decision().isPresent() && verdict.decision().get().reputation().isPresent()) {
            json.writeNumberField("reputation", verdict.decision().get().reputation().get());
        }
        json.writeStringField("strategy", verdict.by().strategy());
        json.writeBooleanField("fallback", verdict.by().fallback().isPresent());
    }

    private static void assessment(JsonGenerator json, Assessment assessment) throws IOException {
        if (assessment.differential().isPresent()) {
            json.writeNumberField("differential", assessment.differential().get());
        }
        if (assessment.fairness().isPresent()) {
            json.writeNumberField("fairness", assessment.fairness().get());
        }
    }

    private static void standing(JsonGenerator json, Standing standing, String suffix) throws IOException {
        json.writeStringField("state" + suffix, standing.state().name());
        json.writeStringField("tier" + suffix, standing.tier().name());
    }
}
