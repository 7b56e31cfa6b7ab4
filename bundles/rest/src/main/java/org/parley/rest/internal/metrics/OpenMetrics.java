package org.parley.rest.internal.metrics;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.parley.rest.internal.RestOptions;

/** Whether a request may see the metrics without a key: only if so configured, and from this machine. */
@Component(service = OpenMetrics.class, configurationPid = RestOptions.PID)
public final class OpenMetrics {

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");

    private final boolean configured;

    @Activate
    public OpenMetrics(RestOptions options) {
        this.configured = options.metrics_open_on_loopback();
    }

    public boolean to(HttpServletRequest request) {
        return configured && "/metrics".equals(request.getRequestURI()) && THIS_MACHINE.contains(request.getRemoteAddr());
    }
}
