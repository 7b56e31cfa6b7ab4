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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.parley.common.CustomerId;
import org.parley.common.Page;
import org.parley.common.SellerId;
import org.parley.common.StateConflict;
import org.parley.common.Values;
import org.parley.pricing.api.OfferingId;
import org.parley.pricing.api.PolicyId;
import org.parley.pricing.internal.Relationship;
import org.parley.pricing.internal.Relationships;
import org.parley.pricing.internal.Replays;
import org.parley.pricing.internal.store.CycleRows;
import org.parley.pricing.internal.store.PricingDatabase;
import org.parley.pricing.internal.store.RelationshipRows;
import org.parley.rest.Allow;
import org.parley.rest.Callers;
import org.parley.seller.api.Role;

/** Relationships of customers with offerings. */
@Component(service = RelationshipsResource.class)
@JakartarsResource
@Path("v1/relationships")
@Produces(MediaType.APPLICATION_JSON)
public final class RelationshipsResource {

    /** Who is to be offered what, by which rules. */
    public record Start(CustomerId customer, OfferingId offering, PolicyId policy) {}

    private final Relationships relationships;
    private final Replays replays;
    private final PricingDatabase database;

    @Activate
    public RelationshipsResource(@Reference Relationships relationships, @Reference Replays replays,
            @Reference PricingDatabase database) {
        this.relationships = relationships;
        this.replays = replays;
        this.database = database;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Allow(Role.STAFF)
    public Response start(Start body, @Context SecurityContext security) {
        SellerId seller = Callers.of(security).seller();
        Relationship made = relationships.start(seller, body.customer(), body.offering(), body.policy());
        return Response.created(URI.create("/api/v1/relationships/" + made.id()))
                .entity(view(seller, made.id().value())).build();
    }

    @GET
    @Allow({Role.STAFF, Role.ANALYST})
    public Page<Values> list(@QueryParam("customer") @Nullable String customer,
            @QueryParam("offering") @Nullable String offering, @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit,
            @Context SecurityContext security) {
        SellerId seller = Callers.of(security).seller();
        int size = Parameters.limit(limit);
        RelationshipRows.Filter filter = new RelationshipRows.Filter(Parameters.text(customer),
                Parameters.text(offering), Parameters.text(state));
        List<Relationship> found = database.read(handle ->
                RelationshipRows.list(handle, seller, filter, Parameters.text(after), size + 1));
        return Page.of(found, size, each -> each.id().value()).map(RelationshipView::inList);
    }

    @GET
    @Path("{id}")
    @Allow({Role.STAFF, Role.ANALYST})
    public Values get(@PathParam("id") String id, @Context SecurityContext security) {
        return view(Callers.of(security).seller(), id);
    }

    @GET
    @Path("{id}/cycles")
    @Allow({Role.STAFF, Role.ANALYST})
    public Page<Values> cycles(@PathParam("id") String id, @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit, @Context SecurityContext security) {
        SellerId seller = Callers.of(security).seller();
        int size = Parameters.limit(limit);
        return database.read(handle -> {
            Relationship found = RelationshipRows.find(handle, seller, id)
                    .orElseThrow(() -> StateConflict.absent("relationship", id));
            return Page.of(CycleRows.ofRelationship(handle, seller, found.id(), Parameters.text(after), size + 1), size,
                    each -> each.id().value()).map(cycle -> CycleView.of(handle, cycle, replays));
        });
    }

    private Values view(SellerId seller, String id) {
        return database.read(handle -> RelationshipRows.find(handle, seller, id)
                .map(found -> RelationshipView.of(handle, found, replays))
                .orElseThrow(() -> StateConflict.absent("relationship", id)));
    }
}
