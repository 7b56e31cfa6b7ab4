package org.parley.metrics.internal;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The one registry, as a service. A module registers its collectors when it is activated and takes them away when it
 * is deactivated. The client's own static default registry is left alone: what is put there would keep a swapped
 * module's classes alive.
 */
@Component(service = PrometheusRegistry.class)
public final class Registry extends PrometheusRegistry {

    @Activate
    public Registry() {
        new JvmFigures().register(this);
    }
}
