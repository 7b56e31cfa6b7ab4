package org.parley.rest.internal.swap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.wiring.FrameworkWiring;
import org.parley.common.Fault;

/** Replaces the content of one bundle in the running framework. */
record Replacement(FrameworkWiring wiring, Duration limit) {

    static Replacement in(BundleContext context, Duration limit) {
        return new Replacement(context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class), limit);
    }

    /** The bundles that have to be refreshed with this one, itself among them. */
    Collection<Bundle> closure(Bundle bundle) {
        return wiring.getDependencyClosure(Set.of(bundle));
    }

    /**
     * Stops the bundle, gives it this content, refreshes it and starts it.
     *
     * @return the bundles that were refreshed
     */
    List<String> replace(Bundle bundle, Path jar) throws BundleException, IOException {
        // Only for now: after a crash in the middle the framework starts the module again.
        bundle.stop(Bundle.STOP_TRANSIENT);
        try (InputStream content = Files.newInputStream(jar)) {
            bundle.update(content);
        }
        List<String> refreshed = closure(bundle).stream().map(Bundle::getSymbolicName).sorted().toList();
        refresh(bundle);
        bundle.start();
        return refreshed;
    }

    private void refresh(Bundle bundle) {
        CountDownLatch done = new CountDownLatch(1);
        wiring.refreshBundles(Set.of(bundle), event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                done.countDown();
            }
        });
        try {
            if (!done.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Fault.unavailable("the framework did not refresh the bundle within " + limit.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Fault.unavailable("interrupted while the bundle was refreshed");
        }
    }
}
