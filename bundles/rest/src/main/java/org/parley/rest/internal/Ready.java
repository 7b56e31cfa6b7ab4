package org.parley.rest.internal;

import java.util.Hashtable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.condition.Condition;
import org.parley.rest.internal.store.RestTables;
import org.parley.rest.internal.swap.Swapper;

/** Tells that this bundle's own parts are made, not only promised. */
@Component(service = {})
public final class Ready {

    private final ServiceRegistration<Condition> registration;

    @Activate
    public Ready(BundleContext context, @Reference RestTables tables, @Reference Swapper swapper) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(Condition.CONDITION_ID, "parley.ready.rest");
        this.registration = context.registerService(Condition.class, Condition.INSTANCE, properties);
    }

    @Deactivate
    void deactivate() {
        registration.unregister();
    }
}
