package org.parley.pricing.internal.strategy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.common.ErrorCode;
import org.parley.common.Explanation;
import org.parley.common.InvalidInput;
import org.parley.common.Money;
import org.parley.common.Values;
import org.parley.pricing.api.Assessment;
import org.parley.pricing.api.Decision;
import org.parley.pricing.api.Standing;
import org.parley.pricing.api.Suggestion;

/**
 * What a strategy may answer, beyond what the types themselves refuse. Called on the plugin's own thread: values that
 * are read late are read here, within its time.
 */
final class Answers {

    private static final int MAX_STATE_CHARS = 32 * 1024;
    private static final int MAX_LINES = 200;

    private Answers() {}

    static Suggestion checked(Suggestion suggestion, Currency currency) {
        requirePresent(suggestion, "suggestion");
        requireCurrency("suggestion", suggestion.amount(), currency);
        requireShort(suggestion.explanation());
        return suggestion;
    }

    static Standing checked(Standing standing, Currency currency) {
        requirePresent(standing, "standing");
        requireCurrency("credit", standing.credit(), currency);
        requireSmall("strategyState", standing.strategyState());
        return standing;
    }

    static Assessment checked(Assessment assessment) {
        requirePresent(assessment, "assessment");
        requireShort(assessment.explanation());
        assessment.reasons().forEach(reason -> requirePresent(reason, "reason"));
        Objects.requireNonNull(assessment.differential());
        Objects.requireNonNull(assessment.explained());
        return assessment;
    }

    static Decision checked(Decision decision, Currency currency) {
        requirePresent(decision, "decision");
        checked(decision.next(), currency);
        requireSmall("inputs", decision.inputs());
        requireShort(decision.explanation());
        requirePresent(decision.rule(), "rule");
        requireReputation(decision.reputation());
        decision.appealWithin().filter(time -> time.isNegative()).ifPresent(time -> {
            throw nonsense("the time to appeal is negative");
        });
        return decision;
    }


    private static void requireReputation(Optional<Double> reputation) {
        reputation.filter(value -> !(value >= 0 && value <= 1)).ifPresent(value -> {
            throw nonsense("the reputation " + value + " is not between 0 and 1");
        });
    }

    private static void requireCurrency(String what, Money money, Currency currency) {
        if (!money.currency().equals(currency)) {
            throw nonsense("the " + what + " is in " + money.currency() + ", the offering in " + currency);
        }
    }

    private static void requireSmall(String what, Values values) {
        if (size(values) > MAX_STATE_CHARS) {
            throw nonsense("the " + what + " is larger than " + MAX_STATE_CHARS + " characters");
        }
    }

    private static long size(@Nullable Object value) {
        if (value instanceof Values values) {
            return values.asMap().entrySet().stream().mapToLong(e -> e.getKey().length() + size(e.getValue())).sum();
        }
        if (value instanceof List<?> list) {
            return list.stream().mapToLong(Answers::size).sum();
        }
        if (value instanceof BigDecimal number) {
            return number.precision() + (long) Math.abs(number.scale());
        }
        return value instanceof String text ? text.length() : 1;
    }

    private static void requireShort(Explanation explanation) {
        if (explanation.lines().size() > MAX_LINES) {
            throw nonsense("an explanation has more than " + MAX_LINES + " lines");
        }
        explanation.lines().forEach(line -> {
            requirePresent(line.code(), "line's code");
            requirePresent(line.text(), "line's text");
            requirePresent(line.effect(), "line's effect");
        });
    }

    private static void requirePresent(Object answer, String what) {
        if (answer == null) {
            throw nonsense("it returned no " + what);
        }
    }

    private static InvalidInput nonsense(String why) {
        return new InvalidInput(ErrorCode.INVALID_INPUT, "", why);
    }
}
