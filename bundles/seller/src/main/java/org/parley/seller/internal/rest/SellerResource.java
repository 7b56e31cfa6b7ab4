package org.parley.seller.internal.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.parley.common.SellerId;
import org.parley.rest.Allow;
import org.parley.rest.Callers;
import org.parley.seller.api.Clock;
import org.parley.seller.api.Role;

/** The caller's seller. */
@Component(service = SellerResource.class)
@JakartarsResource
@Path("v1/seller")
@Produces(MediaType.APPLICATION_JSON)
public final class SellerResource {

    private final Clock clock;

    @Activate
    public SellerResource(@Reference Clock clock) {
        this.clock = clock;
    }

    /**
     * A seller as told to its own people.
     *
     * @param now what time it is for this seller
     */
    public record Told(SellerId id, boolean sandbox, Instant now) {}

    @GET
    @Allow({Role.INGEST, Role.STAFF, Role.ANALYST})
    public Told get(@Context SecurityContext context) {
        SellerId seller = Callers.of(context).seller();
        return new Told(seller, clock.isSandbox(seller), clock.now(seller));
    }
}
