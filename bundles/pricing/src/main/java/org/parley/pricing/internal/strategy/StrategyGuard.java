package org.parley.pricing.internal.strategy;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The one way to call a strategy: with a time limit, whatever it throws caught and counted. It never throws. */
@Component(service = StrategyGuard.class, configurationPid = "org.parley.pricing.guard")
@Designate(ocd = StrategyGuard.Config.class)
public final class StrategyGuard {

    /** How much a plugin is put up with. */
    @ObjectClassDefinition(name = "Parley strategy guard")
    public @interface Config {

        @AttributeDefinition(name = "Time limit", description = "Milliseconds a strategy has for one cycle's answer; "
                + "then the policy's fallback answers.")
        long timeLimitMillis() default 500;

        @AttributeDefinition(name = "Failures to quarantine", description = "After so many failures in a row a "
                + "strategy is left alone for a while.")
        int failuresToQuarantine() default 5;

        @AttributeDefinition(name = "Quarantine", description = "Seconds a failing strategy is left alone.")
        long quarantineSeconds() default 60;

        @AttributeDefinition(name = "Hanging threads", description = "How many threads may hang in one strategy "
                + "before it is left alone until they end.")
        int maxHangingThreads() default 8;
    }

    private final GuardLimits limits;

    @Activate
    public StrategyGuard(Config config) {
        this(new GuardLimits(Duration.ofMillis(config.timeLimitMillis()), config.failuresToQuarantine(),
                Duration.ofSeconds(config.quarantineSeconds()), config.maxHangingThreads()));
    }

    public StrategyGuard(GuardLimits limits) {
        this.limits = limits;
    }

    public GuardLimits limits() {
        return limits;
    }

    /** One call. */
    public <T> Outcome<T> call(InstalledStrategy strategy, Supplier<T> question) {
        GuardedRun.Step<T> step = question::get;
        return callAll(strategy, List.of(step)).get(0);
    }

    /** One call to something that is not registered yet. */
    <T> Outcome<T> callNew(String name, ClassLoader loader, Supplier<T> question) {
        GuardedRun.Step<T> step = question::get;
        return new GuardedRun<>(name, loader, new Circuit(), limits, List.of(step)).run().get(0);
    }

    /** Many calls in order, with one hand-over between threads. */
    <T> List<Outcome<T>> callAll(InstalledStrategy strategy, List<? extends GuardedRun.Step<T>> steps) {
        return new GuardedRun<>(strategy.name(), strategy.strategy().getClass().getClassLoader(), strategy.circuit(),
                limits, steps).run();
    }
}
