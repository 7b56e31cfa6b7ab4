package org.parley.pricing.internal.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.parley.common.Values;
import org.parley.pricing.internal.time.SandboxClock;
import org.parley.rest.Allow;
import org.parley.rest.Callers;
import org.parley.seller.api.Role;

/** The test clock of a sandbox seller. */
@Component(service = SandboxResource.class)
@JakartarsResource
@Path("v1/sandbox")
@Produces(MediaType.APPLICATION_JSON)
public final class SandboxResource {

    private final SandboxClock clock;

    @Activate
    public SandboxResource(@Reference SandboxClock clock) {
        this.clock = clock;
    }

    @POST
    @Path("clock")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allow(Role.ADMIN)
    public SandboxClock.Moved move(Values body, @Context SecurityContext security) {
        return clock.move(Callers.of(security).seller(), body);
    }
}
