package org.parley.pricing.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.parley.common.ErrorCode;
import org.parley.common.Fault;
import org.parley.common.InvalidInput;
import org.parley.common.InvalidInput.FieldError;
import org.parley.common.SellerId;
import org.parley.common.Values;
import org.parley.pricing.api.PolicyId;
import org.parley.pricing.api.PolicyProblem;
import org.parley.pricing.api.PolicyTerms;
import org.parley.pricing.internal.strategy.InstalledStrategy;
import org.parley.pricing.internal.strategy.Outcome;
import org.parley.pricing.internal.strategy.StrategyGuard;
import org.parley.pricing.internal.strategy.StrategyRegistry;

/** Publishes policies that can work, and says of the others why they cannot. */
@Component(service = Policies.class)
public final class Policies {

    private final Catalogue catalogue;
    private final StrategyRegistry registry;
    private final StrategyGuard guard;

    @Activate
    public Policies(@Reference Catalogue catalogue, @Reference StrategyRegistry registry, @Reference StrategyGuard guard) {
        this.catalogue = catalogue;
        this.registry = registry;
        this.guard = guard;
    }

    /**
     * Checks a policy with its strategies and publishes it.
     *
     * @throws InvalidInput if a strategy is not installed or finds a problem
     */
    public PolicyTerms publish(SellerId seller, PolicyId id, Values input, Instant now) {
        PolicyTerms policy = TermsJson.policy(id, 1, input);
        StrategyRegistry.Snapshot strategies = registry.snapshot();
        List<FieldError> errors = Stream.concat(
                problems(strategies, policy, "").stream(),
                input.has("fallback") ? problems(strategies, policy.asFallback(), "fallback.").stream() : Stream.of())
                .toList();
        if (!errors.isEmpty()) {
            throw new InvalidInput(ErrorCode.INVALID_POLICY, "the policy '" + id + "' cannot work: "
                    + errors.get(0).detail(), errors);
        }
        return catalogue.publishPolicy(seller, policy, now);
    }

    private List<FieldError> problems(StrategyRegistry.Snapshot strategies, PolicyTerms policy, String prefix) {
        Optional<InstalledStrategy> strategy = strategies.named(policy.strategy());
        if (strategy.isEmpty()) {
            throw new InvalidInput(ErrorCode.UNKNOWN_STRATEGY, prefix + "strategy", "no strategy '" + policy.strategy()
                    + "' is installed; installed are " + String.join(", ", strategies.byName().keySet()));
        }
        Outcome<List<PolicyProblem>> outcome =
                guard.call(strategy.get(), () -> List.copyOf(strategy.get().strategy().check(policy)));
        if (outcome instanceof Outcome.Answered<List<PolicyProblem>> answered) {
            return answered.value().stream().map(problem -> new FieldError(prefix + "parameters." + problem.parameter(),
                    ErrorCode.INVALID_POLICY, problem.detail())).toList();
        }
        throw Fault.unavailable("the policy could not be checked: " + ((Outcome.Failed<?>) outcome).why());
    }
}
