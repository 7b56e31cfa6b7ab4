package org.parley.pricing.internal.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.parley.common.Page;
import org.parley.common.SellerId;
import org.parley.common.StateConflict;
import org.parley.common.Values;
import org.parley.pricing.api.PolicyId;
import org.parley.pricing.internal.Cycle;
import org.parley.pricing.internal.Cycles;
import org.parley.pricing.internal.PriceInput;
import org.parley.pricing.internal.Replays;
import org.parley.pricing.internal.store.CycleRows;
import org.parley.pricing.internal.store.LateRows;
import org.parley.pricing.internal.store.PricingDatabase;
import org.parley.rest.Allow;
import org.parley.rest.Callers;
import org.parley.seller.api.Role;

/** Cycles: what was used, what was suggested, what was paid and what was decided. */
@Component(service = CyclesResource.class)
@JakartarsResource
@Path("v1/cycles")
@Produces(MediaType.APPLICATION_JSON)
public final class CyclesResource {

    private final Cycles cycles;
    private final Replays replays;
    private final PricingDatabase database;

    @Activate
    public CyclesResource(@Reference Cycles cycles, @Reference Replays replays, @Reference PricingDatabase database) {
        this.cycles = cycles;
        this.replays = replays;
        this.database = database;
    }

    @GET
    @Path("{id}")
    @Allow({Role.STAFF, Role.ANALYST})
    public Values get(@PathParam("id") String id, @Context SecurityContext security) {
        SellerId seller = Callers.of(security).seller();
        return database.read(handle -> CycleView.of(handle, find(handle, seller, id), replays));
    }

    @GET
    @Path("{id}/late-usage")
    @Allow({Role.STAFF, Role.ANALYST})
    public Page<Values> lateUsage(@PathParam("id") String id, @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit, @Context SecurityContext security) {
        SellerId seller = Callers.of(security).seller();
        int size = Parameters.limit(limit);
        long position = Parameters.position("after", after);
        return database.read(handle -> Page.of(LateRows.list(handle, seller, find(handle, seller, id).id(), position, size + 1),
                size, late -> Long.toString(late.position())).map(LateUsageView::of));
    }

    @POST
    @Path("{id}/request")
    @Allow(Role.STAFF)
    public Values request(@PathParam("id") String id, @Context SecurityContext security) {
        SellerId seller = Callers.of(security).seller();
        cycles.request(seller, id);
        return withNext(seller, id);
    }

    @POST
    @Path("{id}/price")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allow(Role.STAFF)
    public Values price(@PathParam("id") String id, Values body, @Context SecurityContext security) {
        SellerId seller = Callers.of(security).seller();
        cycles.price(seller, id, new PriceInput(body));
        return withNext(seller, id);
    }

    @GET
    @Path("{id}/decision")
    @Allow({Role.STAFF, Role.ANALYST})
    public Values decision(@PathParam("id") String id, @Context SecurityContext security) {
        SellerId seller = Callers.of(security).seller();
        return database.read(handle -> {
            Cycle cycle = find(handle, seller, id);
            return DecisionView.of(handle, cycle, replays.required(handle, cycle));
        });
    }

    @POST
    @Path("{id}/decision/replay")
    @Allow({Role.STAFF, Role.ANALYST})
    public Values replay(@PathParam("id") String id, @QueryParam("policy") @Nullable String policy,
            @Context SecurityContext security) {
        return DecisionView.of(replays.replay(Callers.of(security).seller(), id, Parameters.text(policy).map(PolicyId::new)));
    }

    /** The cycle, and the one that follows it if it is closed and goes on. */
    private Values withNext(SellerId seller, String id) {
        return database.read(handle -> {
            Cycle cycle = find(handle, seller, id);
            Optional<Cycle> next = cycle.relationship().flatMap(relationship ->
                    CycleRows.findCurrent(handle, seller, relationship)).filter(current -> !current.id().equals(cycle.id()));
            return new Tree().putAll(CycleView.of(handle, cycle, replays)).put("next", next.map(found -> CycleView.of(handle, found, replays)))
                    .build();
        });
    }

    private static Cycle find(Handle handle, SellerId seller, String id) {
        return CycleRows.find(handle, seller, id).orElseThrow(() -> StateConflict.absent("cycle", id));
    }
}
