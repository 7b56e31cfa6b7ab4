package org.parley.reporting.internal;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.parley.fold.Plugins;
import org.parley.reporting.api.Report;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The reports that are installed at present. */
@Component(service = ReportRegistry.class)
public final class ReportRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(ReportRegistry.class);

    private final Plugins<InstalledReport<?>> plugins = new Plugins<>();
    private final Collection<Runnable> listeners = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addReport(Report<?> report, Map<String, Object> properties) {
        try {
            InstalledReport<?> installed = new InstalledReport<>(report);
            plugins.add(installed.description().id(), installed, properties);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("the report {} is not used, it cannot say what it is", report.getClass().getName(), e);
            return;
        }
        listeners.forEach(Runnable::run);
    }

    void removeReport(Report<?> report, Map<String, Object> properties) {
        plugins.remove(properties);
        listeners.forEach(Runnable::run);
    }

    /** An immutable view, by id. */
    Map<String, InstalledReport<?>> snapshot() {
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
