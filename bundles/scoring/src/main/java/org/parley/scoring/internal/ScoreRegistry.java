package org.parley.scoring.internal;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.parley.fold.Plugins;
import org.parley.scoring.api.ScoreFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The scores that are installed at present. */
@Component(service = ScoreRegistry.class)
public final class ScoreRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(ScoreRegistry.class);

    private final Plugins<InstalledScore<?>> plugins = new Plugins<>();
    private final Collection<Runnable> listeners = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addScore(ScoreFunction<?> function, Map<String, Object> properties) {
        try {
            InstalledScore<?> score = new InstalledScore<>(function);
            plugins.add(score.name(), score, properties);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("the score {} is not used, it cannot say what it is", function.getClass().getName(), e);
            return;
        }
        listeners.forEach(Runnable::run);
    }

    void removeScore(ScoreFunction<?> function, Map<String, Object> properties) {
        plugins.remove(properties);
        listeners.forEach(Runnable::run);
    }

    /** An immutable view, by name. */
    Map<String, InstalledScore<?>> snapshot() {
        return plugins.snapshot();
    }

    /** Tells the listener of each change from now on. */
    void listen(Runnable listener) {
        listeners.add(listener);
    }

    void forget(Runnable listener) {
        listeners.remove(listener);
    }
}
