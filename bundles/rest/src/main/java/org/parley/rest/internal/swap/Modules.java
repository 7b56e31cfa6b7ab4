package org.parley.rest.internal.swap;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.parley.common.StateConflict;
import org.parley.rest.internal.RestOptions;

/** The modules that are installed, running or not, and the ways that lead to them. */
@Component(service = Modules.class, configurationPid = RestOptions.PID)
@Designate(ocd = RestOptions.class)
public final class Modules implements BundleTrackerCustomizer<Bundle> {

    private static final int INSTALLED_OR_BEYOND =
            Bundle.INSTALLED | Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;

    private final Lanes lanes;
    private final BundleTracker<Bundle> tracker;

    @Activate
    public Modules(BundleContext context, RestOptions options) {
        this.lanes = new Lanes(options.held_requests(), Duration.ofSeconds(options.hold_seconds()));
        this.tracker = new BundleTracker<>(context, INSTALLED_OR_BEYOND, this);
        tracker.open();
        refresh();
    }

    @Deactivate
    void deactivate() {
        tracker.close();
    }

    public Lanes lanes() {
        return lanes;
    }

    /** All modules by name. */
    public List<Module> all() {
        Bundle @Nullable [] bundles = tracker.getBundles();
        return bundles == null ? List.of() : List.of(bundles).stream()
                .map(Module::of).flatMap(Optional::stream).sorted(Comparator.comparing(Module::name)).toList();
    }

    /**
     * The module with this name.
     *
     * @throws StateConflict if there is none
     */
    Module find(String name) {
        return all().stream().filter(module -> module.name().equals(name)).findFirst()
                .orElseThrow(() -> StateConflict.absent("module", name));
    }

    @Override
    public @Nullable Bundle addingBundle(Bundle bundle, @Nullable BundleEvent event) {
        if (Module.of(bundle).isEmpty()) {
            return null;
        }
        return bundle;
    }

    @Override
    public void modifiedBundle(Bundle bundle, @Nullable BundleEvent event, Bundle tracked) {
        // An update may bring other paths.
        if (event != null && (event.getType() & (BundleEvent.UPDATED | BundleEvent.STARTING | BundleEvent.STARTED)) != 0) {
            refresh();
        }
    }

    @Override
    public void removedBundle(Bundle bundle, @Nullable BundleEvent event, Bundle tracked) {
        refresh();
    }

    private void refresh() {
        lanes.serve(all());
    }
}
