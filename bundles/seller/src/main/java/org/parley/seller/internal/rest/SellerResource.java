package org.parley.seller.internal.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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
import org.parley.seller.api.Role;
import org.parley.seller.api.TimeZones;
import org.parley.seller.internal.Sellers;

/** The caller's seller. */
@Component(service = SellerResource.class)
@JakartarsResource
@Path("v1/seller")
@Produces(MediaType.APPLICATION_JSON)
public final class SellerResource {

    private final Sellers sellers;

    @Activate
    public SellerResource(@Reference Sellers sellers) {
        this.sellers = sellers;
    }

    /**
     * A seller as told to its own people.
     *
     * @param now      what time it is for this seller
     * @param timeZone the zone that its days and months are meant in, an IANA name
     */
    public record Told(SellerId id, boolean sandbox, Instant now, String timeZone) {}

    /** What can be set. */
    public record Wanted(String timeZone) {}

    @GET
    @Allow({Role.INGEST, Role.STAFF, Role.ANALYST})
    public Told get(@Context SecurityContext context) {
        return told(Callers.of(context).seller());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Allow(Role.ADMIN)
    public Told put(@Context SecurityContext context, Wanted wanted) {
        SellerId seller = Callers.of(context).seller();
        sellers.setZone(seller, TimeZones.parse("timeZone", wanted.timeZone()));
        return told(seller);
    }

    private Told told(SellerId seller) {
        return new Told(seller, sellers.isSandbox(seller), sellers.now(seller), sellers.zone(seller).getId());
    }
}
