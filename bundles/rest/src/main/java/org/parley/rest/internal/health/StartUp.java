package org.parley.rest.internal.health;

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
 * Knows when the server has come up: the first time that all modules which are to run are there. A module that does not
 * come up holds the others back for a while only.
 */
@Component(service = StartUp.class)
public final class StartUp {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Bundle own;
    private final Modules modules;
    private final Presence presence;
    private final long deadline = System.nanoTime() + LIMIT.toNanos();
    private long nextLook = System.nanoTime();
    private volatile boolean over;

    @Activate
    public StartUp(BundleContext context, @Reference Modules modules, @Reference Presence presence) {
        this.own = context.getBundle();
        this.modules = modules;
        this.presence = presence;
    }

    /** Whether the server has come up; once it has, this stays so. */
    public boolean isOver() {
        return over || look();
    }

    private synchronized boolean look() {
        long now = System.nanoTime();
        if (!over && now - nextLook >= 0) {
            nextLook = now + BETWEEN_LOOKS.toNanos();
            over = now - deadline >= 0 || allAreThere();
        }
        return over;
    }

    private boolean allAreThere() {
        return presence.isServed(own) && modules.all().stream().filter(StartUp::isToRun).allMatch(presence::isThere);
    }

    private static boolean isToRun(Module module) {
        return module.bundle().adapt(BundleStartLevel.class).isPersistentlyStarted();
    }
}
