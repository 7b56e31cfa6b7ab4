package org.parley.pricing.internal;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.Money;
import org.parley.common.Values;
import org.parley.pricing.api.OfferingId;
import org.parley.pricing.api.OfferingTerms;
import org.parley.pricing.api.PolicyId;
import org.parley.pricing.api.PolicyTerms;
import org.parley.pricing.api.RateSchedule;

/** Offerings and policies from what sellers send, and back; the same form is kept in the database. */
public final class TermsJson {

    private static final Set<String> OFFERING = Set.of("name", "currency", "schedule", "floor", "fixedPrice");
    private static final Set<String> POLICY = Set.of("strategy", "parameters", "fallback", "respondDays",
            "respondWithin", "cycleDays", "cycleLength");
    private static final Duration RESPOND = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(3660);
    private static final String VOLUNTARY = "pay-what-you-want";

    private TermsJson() {}

    /** Reads an offering. */
    public static OfferingTerms offering(OfferingId id, int version, Values input) {
        Fields.requireKnown(input, OFFERING);
        Currency currency = Money.zero(Money.currency(input.text("currency").orElseThrow(() -> input.missing("currency"))))
                .currency();
        Values schedule = input.object("schedule").orElse(Values.empty());
        return new OfferingTerms(id, version, input.text("name").orElse(id.value()), currency, schedule(schedule, currency),
                Fields.money(input, "floor", currency).orElse(Money.zero(currency)),
                Fields.money(input, "fixedPrice", currency));
    }

    private static RateSchedule schedule(Values input, Currency currency) {
        try {
            Fields.requireKnown(input, Set.of("flat", "rates"));
            return new RateSchedule(Fields.money(input, "flat", currency).orElse(Money.zero(currency)),
                    Fields.numbers(input.object("rates").orElse(Values.empty())));
        } catch (InvalidInput e) {
            throw e.under("schedule");
        }
    }

    /** Writes an offering. */
    public static Values offering(OfferingTerms terms) {
        Map<String, Object> rates = new LinkedHashMap<>();
        terms.schedule().rates().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(rate -> rates.put(rate.getKey(), rate.getValue().toPlainString()));
        Map<String, Object> schedule = new LinkedHashMap<>();
        schedule.put("flat", Values.ofMoney(terms.schedule().flat()));
        schedule.put("rates", rates);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", terms.name());
        fields.put("currency", terms.currency().getCurrencyCode());
        fields.put("schedule", schedule);
        fields.put("floor", Values.ofMoney(terms.floor()));
        terms.fixedPrice().ifPresent(price -> fields.put("fixedPrice", Values.ofMoney(price)));
        return Values.of(fields);
    }

    /** Reads a policy. */
    public static PolicyTerms policy(PolicyId id, int version, Values input) {
        Fields.requireKnown(input, POLICY);
        PolicyTerms.Fallback fallback = input.object("fallback").map(TermsJson::fallback)
                .orElse(new PolicyTerms.Fallback(VOLUNTARY, Values.empty()));
        return new PolicyTerms(id, version, input.text("strategy").orElseThrow(() -> input.missing("strategy")),
                input.object("parameters").orElse(Values.empty()), fallback,
                duration(input, "respondWithin", "respondDays").orElse(RESPOND),
                duration(input, "cycleLength", "cycleDays"));
    }

    private static PolicyTerms.Fallback fallback(Values input) {
        try {
            Fields.requireKnown(input, Set.of("strategy", "parameters"));
            return new PolicyTerms.Fallback(input.text("strategy").orElseThrow(() -> input.missing("strategy")),
                    input.object("parameters").orElse(Values.empty()));
        } catch (InvalidInput e) {
            throw e.under("fallback");
        }
    }

    /** Writes a policy. */
    public static Values policy(PolicyTerms terms) {
        Map<String, Object> fallback = new LinkedHashMap<>();
        fallback.put("strategy", terms.fallback().strategy());
        fallback.put("parameters", terms.fallback().parameters());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("strategy", terms.strategy());
        fields.put("parameters", terms.parameters());
        fields.put("fallback", fallback);
        fields.put("respondWithin", terms.respondWithin().toString());
        terms.cycleLength().ifPresent(length -> fields.put("cycleLength", length.toString()));
        return Values.of(fields);
    }

    private static Optional<Duration> duration(Values input, String key, String daysKey) {
        if (input.has(key) && input.has(daysKey)) {
            throw invalid(key, "give '" + key + "' or '" + daysKey + "', not both");
        }
        Optional<Duration> given = input.has(daysKey) ? Optional.of(days(daysKey, Fields.number(input, daysKey)))
                : input.duration(key);
        given.filter(time -> time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0).ifPresent(time -> {
            throw invalid(input.has(daysKey) ? daysKey : key, "a time here is more than nothing and at most ten years");
        });
        return given;
    }

    private static Duration days(String key, BigDecimal days) {
        if (days.abs().compareTo(BigDecimal.valueOf(LONGEST.toDays())) > 0) {
            throw invalid(key, "a time here is at most ten years");
        }
        return Duration.ofMillis(days.multiply(BigDecimal.valueOf(Duration.ofDays(1).toMillis())).longValue());
    }

    private static InvalidInput invalid(String key, String why) {
        return new InvalidInput(ErrorCode.INVALID_INPUT, key, why);
    }
}
