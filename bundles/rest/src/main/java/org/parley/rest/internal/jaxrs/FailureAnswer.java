package org.parley.rest.internal.jaxrs;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.lang.annotation.Annotation;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtension;
import org.parley.rest.Callers;
import org.parley.rest.ParleyJson;
import org.parley.rest.Problem;
import org.parley.rest.Problems;
import org.parley.rest.internal.jaxrs.FailureMapper.Failed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a failure as a problem, under the request's id; a fault of ours is logged under the same id. */
@Component(service = ContainerResponseFilter.class)
@JakartarsExtension
public final class FailureAnswer implements ContainerResponseFilter {

    private static final Logger LOG = LoggerFactory.getLogger(FailureAnswer.class);
    private static final MediaType PROBLEM = MediaType.valueOf(Problem.MEDIA_TYPE);

    private final ObjectMapper json = ParleyJson.newMapper();

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        if (!(response.getEntity() instanceof Failed failed)) {
            return;
        }
        String id = request.getProperty(Callers.REQUEST_ID) instanceof String known ? known : "-";
        Problem problem = Problem.of(failed.failure(), id);
        if (problem.status() == 500) {
            LOG.error("request {} failed: {} {}", id, request.getMethod(), request.getUriInfo().getPath(), failed.failure());
        }
        Problems.headers(problem).forEach((name, value) -> response.getHeaders().putSingle(name, value));
        response.setEntity(json.writeValueAsBytes(problem), new Annotation[0], PROBLEM);
    }
}
