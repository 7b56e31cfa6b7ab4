package org.parley.web.internal;

import java.util.Hashtable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.condition.Condition;

/** Tells that this module is ready: all its files are loaded. */
@Component(service = {})
public final class Ready {

    private final ServiceRegistration<Condition> registration;

    @Activate
    public Ready(BundleContext context, @Reference PageFiles files) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(Condition.CONDITION_ID, "parley.ready.web");
        this.registration = context.registerService(Condition.class, Condition.INSTANCE, properties);
    }

    @Deactivate
    void deactivate() {
        registration.unregister();
    }
}
