package org.parley.rest.internal.health;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.parley.rest.Public;

/** The same answers as {@link HealthServlet}, through the REST layer and so a test of it. */
@Component(service = HealthResource.class)
@JakartarsResource
@Path("v1/health")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {

    private final Readiness readiness;

    @Activate
    public HealthResource(@Reference Readiness readiness) {
        this.readiness = readiness;
    }

    @GET
    @Path("live")
    @Public
    public Map<String, String> live() {
        return Map.of("status", "live");
    }

    @GET
    @Path("ready")
    @Public
    public Response ready() {
        Readiness.Answer answer = readiness.answer();
        return Response.status(answer.complete() ? 200 : 503).entity(answer).build();
    }
}
