package org.parley.rest.internal.metrics;

import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** How many requests there were and how long they took, by module, method and class of status. */
@Component(service = RequestFigures.class)
public final class RequestFigures {

    private static final double NANOS = 1e9;
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final PrometheusRegistry registry;
    private final Histogram requests;

    @Activate
    public RequestFigures(@Reference PrometheusRegistry registry) {
        this.registry = registry;
        this.requests = Histogram.builder()
                .name("parley_http_request_seconds")
                .help("Requests and how long they took, with the time they waited for a swap.")
                .labelNames("module", "method", "status")
                .classicOnly()
                .classicUpperBounds(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
                .register(registry);
    }

    @Deactivate
    void deactivate() {
        registry.unregister(requests);
    }

    /** Counts one request; a method that nobody knows counts as {@code other}, so that clients cannot make labels up. */
    public void count(String module, String method, int status, long nanos) {
        requests.labelValues(module, METHODS.contains(method) ? method : "other", status / 100 + "xx").observe(nanos / NANOS);
    }
}
