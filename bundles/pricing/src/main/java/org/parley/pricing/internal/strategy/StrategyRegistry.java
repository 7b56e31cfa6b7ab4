package org.parley.pricing.internal.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.parley.pricing.api.PricingStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The strategies that are installed at the moment. They come and go; a request takes the snapshot once. */
@Component(service = StrategyRegistry.class)
public final class StrategyRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(StrategyRegistry.class);

    /** What was installed at one moment: by name, the one that answers first. */
    public record Snapshot(Map<String, List<InstalledStrategy>> byName) {

        public Optional<InstalledStrategy> named(String name) {
            return Optional.ofNullable(byName.get(name)).map(found -> found.get(0));
        }

        public List<InstalledStrategy> all() {
            return byName.values().stream().flatMap(List::stream).toList();
        }
    }

    private final StrategyGuard guard;
    private volatile Snapshot snapshot = new Snapshot(Map.of());

    @Activate
    public StrategyRegistry(@Reference StrategyGuard guard) {
        this.guard = guard;
    }

    public Snapshot snapshot() {
        return snapshot;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY, unbind = "remove")
    void add(PricingStrategy strategy, ServiceReference<PricingStrategy> reference) {
        String bundle = reference.getBundle().getSymbolicName();
        Outcome<String> name = guard.callNew(bundle, strategy.getClass().getClassLoader(), strategy::name);
        if (name instanceof Outcome.Answered<String> answered && answered.value() != null) {
            install(new InstalledStrategy(answered.value(), strategy, bundle, reference.getBundle().getVersion(),
                    ranking(reference), (Long) reference.getProperty(Constants.SERVICE_ID), new Circuit()));
        } else {
            LOG.error("a strategy of bundle {} does not tell its name and cannot be used", bundle);
        }
    }

    void remove(PricingStrategy strategy) {
        uninstall(strategy);
    }

    /** Makes a strategy usable. */
    public synchronized void install(InstalledStrategy installed) {
        List<InstalledStrategy> all = new ArrayList<>(snapshot.all());
        all.add(installed);
        snapshot = of(all);
    }

    /** Forgets a strategy. */
    public synchronized void uninstall(PricingStrategy strategy) {
        snapshot = of(snapshot.all().stream().filter(each -> each.strategy() != strategy).toList());
    }

    private static Snapshot of(List<InstalledStrategy> all) {
        Map<String, List<InstalledStrategy>> byName = new TreeMap<>();
        all.stream().sorted(InstalledStrategy.BEST_FIRST)
                .forEach(each -> byName.computeIfAbsent(each.name(), name -> new ArrayList<>()).add(each));
        return new Snapshot(byName);
    }

    private static int ranking(ServiceReference<?> reference) {
        return reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0;
    }
}
