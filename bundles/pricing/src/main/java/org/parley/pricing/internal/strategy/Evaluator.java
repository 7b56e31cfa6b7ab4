package org.parley.pricing.internal.strategy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.parley.pricing.api.RelationshipId;
import org.parley.pricing.api.Standing;
import org.parley.pricing.internal.Case;
import org.parley.pricing.internal.Position;
import org.parley.pricing.internal.Terms;
import org.parley.pricing.internal.Verdict;

/**
 * Gets a verdict for each case, whatever the plugins do: from the policy's strategy, else from its fallback, else
 * without an assessment. Cases of one relationship build on each other in the order given.
 */
@Component(service = Evaluator.class)
public final class Evaluator {

    private final StrategyRegistry registry;
    private final StrategyGuard guard;

    @Activate
    public Evaluator(@Reference StrategyRegistry registry, @Reference StrategyGuard guard) {
        this.registry = registry;
        this.guard = guard;
    }

    /** A verdict for each case, in their order. */
    public List<Verdict> evaluate(List<Case> cases, Map<RelationshipId, Position> from) {
        StrategyRegistry.Snapshot strategies = registry.snapshot();
        Map<RelationshipId, Position> positions = new HashMap<>(from);
        Map<String, List<Integer>> byStrategy = new LinkedHashMap<>();
        for (int i = 0; i < cases.size(); i++) {
            byStrategy.computeIfAbsent(cases.get(i).terms().policy().strategy(), name -> new ArrayList<>()).add(i);
        }
        List<@Nullable Verdict> verdicts = new ArrayList<>(Collections.nCopies(cases.size(), null));
        byStrategy.forEach((name, indexes) -> {
            List<Question> questions = indexes.stream().map(i -> new Question(i, cases.get(i), positions)).toList();
            ask(strategies.named(name), name, questions);
            questions.forEach(question -> verdicts.set(question.index, question.verdict(strategies, guard)));
        });
        return verdicts.stream().<Verdict>map(verdict -> Objects.requireNonNull(verdict)).toList();
    }

    /** Where a relationship under these terms starts; provisional if the named strategy cannot say. */
    public Position start(Terms terms) {
        StrategyRegistry.Snapshot strategies = registry.snapshot();
        return standing(strategies, terms.policy().strategy(), terms)
                .map(standing -> new Position(standing, 0, false))
                .or(() -> standing(strategies, terms.policy().fallback().strategy(),
                        new Terms(terms.offering(), terms.policy().asFallback()))
                        .map(standing -> new Position(standing, 0, true)))
                .orElseGet(() -> Position.unstarted(terms));
    }

    private Optional<Standing> standing(StrategyRegistry.Snapshot strategies, String name, Terms terms) {
        return strategies.named(name)
                .map(strategy -> guard.call(strategy, () -> Answers.checked(
                        strategy.strategy().start(terms.offering(), terms.policy()), terms.offering().currency())))
                .flatMap(outcome -> outcome instanceof Outcome.Answered<Standing> answered
                        ? Optional.of(answered.value()) : Optional.empty());
    }

    private void ask(Optional<InstalledStrategy> strategy, String name, List<Question> questions) {
        if (strategy.isPresent()) {
            questions.forEach(question -> question.by = strategy.get());
            guard.callAll(strategy.get(), questions);
        } else {
            questions.forEach(question -> question.accept(new Outcome.Failed<>(name + " is not installed")));
        }
    }

    /** One case on its way to a verdict. */
    private static final class Question implements GuardedRun.Step<Verdict> {

        private final int index;
        private final Case asked;
        private final Map<RelationshipId, Position> positions;
        private @Nullable InstalledStrategy by;
        private @Nullable Position before;
        private @Nullable Outcome<Verdict> outcome;

        Question(int index, Case asked, Map<RelationshipId, Position> positions) {
            this.index = index;
            this.asked = asked;
            this.positions = positions;
        }

        @Override
        public Verdict call() {
            return new Evaluation(Objects.requireNonNull(by), asked).evaluate(position());
        }

        @Override
        public void accept(Outcome<Verdict> result) {
            outcome = result;
            before = position();
            // A fallback's answer leaves the standing as it is, so what follows need not wait for it.
            positions.put(asked.relationship(), result instanceof Outcome.Answered<Verdict> answered
                    ? answered.value().after()
                    : Fallback.after(asked, before));
        }

        private Position position() {
            return Objects.requireNonNull(positions.get(asked.relationship()));
        }

        Verdict verdict(StrategyRegistry.Snapshot strategies, StrategyGuard guard) {
            if (outcome instanceof Outcome.Answered<Verdict> answered) {
                return answered.value();
            }
            String why = outcome instanceof Outcome.Failed<Verdict> failed ? failed.why() : "it was not asked";
            return new Fallback(strategies, guard).verdict(asked, Objects.requireNonNull(before), why);
        }
    }
}
