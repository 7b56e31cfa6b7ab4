package org.parley.rest.internal.metrics;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.parley.common.ErrorCode;
import org.parley.common.StateConflict;
import org.parley.rest.Callers;
import org.parley.rest.Problem;
import org.parley.rest.Problems;
import org.parley.seller.api.Role;

/** All figures as Prometheus text, for analysts and admins. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/metrics")
public final class MetricsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient PrometheusRegistry registry;
    private final transient OpenMetrics open;
    private final transient PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.builder().build();

    @Activate
    public MetricsServlet(@Reference PrometheusRegistry registry, @Reference OpenMetrics open) {
        this.registry = registry;
        this.open = open;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!open.to(request) && !Callers.of(request).may(Set.of(Role.ANALYST))) {
            Problems.write(response, Problem.of(new StateConflict(ErrorCode.FORBIDDEN, "metrics are for analysts and admins"),
                    Callers.requestId(request)));
            return;
        }
        response.setContentType(writer.getContentType());
        writer.write(response.getOutputStream(), registry.scrape());
    }
}
