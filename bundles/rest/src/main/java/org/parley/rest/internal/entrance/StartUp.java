package org.parley.rest.internal.entrance;

import java.time.Duration;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.parley.rest.internal.swap.Module;
import org.parley.rest.internal.swap.Modules;
import org.parley.rest.internal.swap.Presence;

/**
 * Knows when the server has come up: when all modules which are to run are there. A module that does not come up holds
 * the others back for a while only.
 */
@Component(service = StartUp.class)
public final class StartUp {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 20;

    private final Bundle own;
    private final Modules modules;
    private final Presence presence;
    private final long deadline = System.nanoTime() + LIMIT.toNanos();

    @Activate
    public StartUp(BundleContext context, @Reference Modules modules, @Reference Presence presence) {
        this.own = context.getBundle();
        this.modules = modules;
        this.presence = presence;
    }

    /** Waits for it. The whiteboards tell nobody that they have taken something up, so they are asked again and again. */
    void await() throws InterruptedException {
        while (System.nanoTime() - deadline < 0 && !allAreThere()) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    private boolean allAreThere() {
        try {
            return presence.isServed(own) && modules.all().stream().filter(StartUp::isToRun).allMatch(presence::isThere);
        } catch (IllegalStateException e) {
            // The HTTP service is registering itself, or has just gone and will be back.
            return false;
        }
    }

    private static boolean isToRun(Module module) {
        return module.bundle().adapt(BundleStartLevel.class).isPersistentlyStarted();
    }
}
