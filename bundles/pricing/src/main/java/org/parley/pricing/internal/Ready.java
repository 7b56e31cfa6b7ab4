package org.parley.pricing.internal;

import java.util.Hashtable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.condition.Condition;
import org.parley.pricing.internal.journal.OutboxRelay;
import org.parley.pricing.internal.journal.UsageReader;
import org.parley.pricing.internal.time.Scheduler;

/**
 * Starts what works by itself, and tells when it does. The journal and the strategies may still come and go. It has no
 * service of its own, so that its references are made at once and not at their first use.
 */
@Component(service = {})
public final class Ready {

    private final ServiceRegistration<Condition> registration;

    @Activate
    public Ready(BundleContext context, @Reference Cycles cycles, @Reference OutboxRelay outbox,
            @Reference UsageReader usage, @Reference Scheduler scheduler) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(Condition.CONDITION_ID, "parley.ready.pricing");
        this.registration = context.registerService(Condition.class, Condition.INSTANCE, properties);
    }

    @Deactivate
    void deactivate() {
        registration.unregister();
    }
}
