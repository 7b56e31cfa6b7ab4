package org.parley.pricing.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.Values;

/**
 * Reads a strategy's parameters and collects all that is wrong with them, for {@link PricingStrategy#check}. A wrong
 * value is noted under its parameter's name and its default takes its place, so that one pass finds every problem. Not
 * safe for use by several threads.
 */
public final class Parameters {

    private final Values values;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<PolicyProblem> problems = new ArrayList<>();

    public Parameters(Values values) {
        this.values = values;
    }

    /** A number from {@code min} to {@code max}. */
    public double number(String name, double otherwise, double min, double max) {
        return decimal(name, min, max).map(BigDecimal::doubleValue).orElse(otherwise);
    }

    /** A number from {@code min} to {@code max}, if it is there. */
    public Optional<BigDecimal> decimal(String name, double min, double max) {
        return read(name, () -> values.decimal(name)).filter(value -> within(name, value, min, max));
    }

    /** A whole number from {@code min} to {@code max}. */
    public int whole(String name, int otherwise, int min, int max) {
        return read(name, () -> values.whole(name))
                .filter(value -> within(name, BigDecimal.valueOf(value), min, max))
                .map(Long::intValue).orElse(otherwise);
    }

    /** One of the allowed words; the first is the default. */
    public String choice(String name, String... allowed) {
        Optional<String> given = read(name, () -> values.text(name));
        if (given.isPresent() && !List.of(allowed).contains(given.get())) {
            problem(name, "'" + name + "' must be one of " + String.join(", ", allowed) + ", not '" + given.get() + "'");
            return allowed[0];
        }
        return given.orElse(allowed[0]);
    }

    /** An object whose values are numbers from {@code min} to {@code max}; empty if it is not there. */
    public Map<String, BigDecimal> decimals(String name, double min, double max) {
        Map<String, BigDecimal> read = new LinkedHashMap<>();
        read(name, () -> values.object(name)).ifPresent(object -> object.asMap().keySet().forEach(key -> {
            String path = name + "." + key;
            read(path, () -> object.decimal(key)).filter(value -> within(path, value, min, max))
                    .ifPresent(value -> read.put(key, value));
        }));
        return read;
    }

    /** Notes a problem that concerns several parameters under the one that is best changed. */
    public void problem(String name, String detail) {
        problems.add(new PolicyProblem(name, detail));
    }

    /** All problems found so far, and one for each parameter that was never asked for. */
    public List<PolicyProblem> problems() {
        List<PolicyProblem> all = new ArrayList<>(problems);
        values.asMap().keySet().stream().filter(name -> !known.contains(name)).forEach(name -> all.add(
                new PolicyProblem(name, "there is no parameter '" + name + "'; there are: " + names())));
        return List.copyOf(all);
    }

    /** @throws InvalidInput if any problem was found */
    public void requireNone() {
        List<PolicyProblem> found = problems();
        if (!found.isEmpty()) {
            throw new InvalidInput(ErrorCode.INVALID_POLICY, "the policy's parameters cannot work: "
                    + found.get(0).detail(), found.stream().map(problem -> new InvalidInput.FieldError(
                            "parameters." + problem.parameter(), ErrorCode.INVALID_POLICY, problem.detail())).toList());
        }
    }

    private String names() {
        return known.isEmpty() ? "none" : String.join(", ",
                known.stream().filter(name -> name.indexOf('.') < 0).toList());
    }

    private <T> Optional<T> read(String name, Supplier<Optional<T>> value) {
        known.add(name);
        try {
            return value.get();
        } catch (InvalidInput e) {
            problem(name, e.getMessage());
            return Optional.empty();
        }
    }

    private boolean within(String name, BigDecimal value, double min, double max) {
        boolean within = value.doubleValue() >= min && value.doubleValue() <= max;
        if (!within) {
            problem(name, "'" + name + "' must lie between " + plain(min) + " and " + plain(max) + ", not "
                    + value.toPlainString());
        }
        return within;
    }

    private static String plain(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }
}
