package org.parley.seller.internal;

import java.util.Hashtable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.condition.Condition;
import org.parley.seller.api.ApiKeys;
import org.parley.seller.api.Clock;

/**
 * Tells that this module is ready: its parts are made, not only promised. A condition that was itself a delayed
 * component would be there before anything had been tried.
 */
@Component(service = {})
public final class Ready {

    private final ServiceRegistration<Condition> registration;

    @Activate
    public Ready(BundleContext context, @Reference ApiKeys keys, @Reference Clock clock) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(Condition.CONDITION_ID, "parley.ready.seller");
        this.registration = context.registerService(Condition.class, Condition.INSTANCE, properties);
    }

    @Deactivate
    void deactivate() {
        registration.unregister();
    }
}
