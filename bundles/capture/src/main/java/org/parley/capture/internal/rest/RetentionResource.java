package org.parley.capture.internal.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.parley.capture.internal.Retention;
import org.parley.rest.Allow;
import org.parley.rest.Callers;
import org.parley.seller.api.Role;

/** How long the events of a type are kept. */
@Component(service = RetentionResource.class)
@JakartarsResource
@Path("v1/event-types/{type}/retention")
@Produces(MediaType.APPLICATION_JSON)
public final class RetentionResource {

    private final Retention retention;

    @Activate
    public RetentionResource(@Reference Retention retention) {
        this.retention = retention;
    }

    /** How many days events are to be kept. */
    public record Wanted(int days) {}

    @GET
    @Allow({Role.STAFF, Role.ANALYST, Role.INGEST})
    public Retention.Kept get(@PathParam("type") String type, @Context SecurityContext security) {
        return retention.of(Callers.of(security).seller(), type);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Allow(Role.ADMIN)
    public Retention.Kept put(@PathParam("type") String type, Wanted wanted, @Context SecurityContext security) {
        return retention.keep(Callers.of(security).seller(), type, wanted.days());
    }

    @DELETE
    @Allow(Role.ADMIN)
    public Retention.Kept delete(@PathParam("type") String type, @Context SecurityContext security) {
        return retention.keepForEver(Callers.of(security).seller(), type);
    }
}
