package org.parley.capture.internal.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.parley.capture.internal.metering.Metering;
import org.parley.capture.internal.meters.Meter;
import org.parley.common.Page;
import org.parley.common.SellerId;
import org.parley.common.Values;
import org.parley.rest.Allow;
import org.parley.rest.Callers;
import org.parley.seller.api.Clock;
import org.parley.seller.api.Role;

/** What the seller measures, and the usage that comes of it. */
@Component(service = MetersResource.class)
@JakartarsResource
@Path("v1/meters")
@Produces(MediaType.APPLICATION_JSON)
public final class MetersResource {

    private final Metering metering;
    private final Clock clock;

    @Activate
    public MetersResource(@Reference Metering metering, @Reference Clock clock) {
        this.metering = metering;
        this.clock = clock;
    }

    /** A seller has few meters: all of them are one page. */
    @GET
    @Allow({Role.INGEST, Role.STAFF, Role.ANALYST})
    public Page<MeterView> list(@Context SecurityContext security) {
        List<MeterView> meters = metering.of(seller(security)).stream()
                .map(meter -> MeterView.of(meter, metering.progress(meter), Optional.empty())).toList();
        return new Page<>(meters, Optional.empty());
    }

    @GET
    @Path("{meter}")
    @Allow({Role.INGEST, Role.STAFF, Role.ANALYST})
    public MeterView get(@PathParam("meter") String id, @Context SecurityContext security) {
        return view(metering.newest(seller(security), id));
    }

    @PUT
    @Path("{meter}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allow(Role.ADMIN)
    public MeterView put(@PathParam("meter") String id, MeterInput input, @Context SecurityContext security) {
        SellerId seller = seller(security);
        return view(metering.publish(seller, id, before -> input.definition(before.orElseGet(() -> clock.zone(seller))),
                clock.now(seller)));
    }

    @GET
    @Path("{meter}/usage")
    @Allow({Role.STAFF, Role.ANALYST})
    public Values usage(@PathParam("meter") String id, @Context UriInfo uri, @Context SecurityContext security) {
        SellerId seller = seller(security);
        UsageParameters parameters = new UsageParameters(uri.getQueryParameters());
        Meter meter = metering.answering(seller, id, parameters.version());
        return UsageView.of(metering.usage(parameters.query(meter, clock.now(seller))));
    }

    private MeterView view(Meter meter) {
        return MeterView.of(meter, metering.progress(meter), Optional.of(metering.withoutValue(meter)));
    }

    private static SellerId seller(SecurityContext security) {
        return Callers.of(security).seller();
    }
}
