package org.parley.pricing.internal.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.parley.common.Page;
import org.parley.common.SellerId;
import org.parley.common.StateConflict;
import org.parley.common.Values;
import org.parley.pricing.api.OfferingId;
import org.parley.pricing.api.OfferingTerms;
import org.parley.pricing.internal.Catalogue;
import org.parley.pricing.internal.TermsJson;
import org.parley.pricing.internal.store.PricingDatabase;
import org.parley.pricing.internal.store.TermsRows;
import org.parley.rest.Allow;
import org.parley.rest.Callers;
import org.parley.seller.api.Clock;
import org.parley.seller.api.Role;

/** What the seller sells. */
@Component(service = OfferingsResource.class)
@JakartarsResource
@Path("v1/offerings")
@Produces(MediaType.APPLICATION_JSON)
public final class OfferingsResource {

    private final Catalogue catalogue;
    private final PricingDatabase database;
    private final Clock clock;

    @Activate
    public OfferingsResource(@Reference Catalogue catalogue, @Reference PricingDatabase database, @Reference Clock clock) {
        this.catalogue = catalogue;
        this.database = database;
        this.clock = clock;
    }

    @GET
    @Allow({Role.STAFF, Role.ANALYST, Role.INGEST})
    public Page<Values> list(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit,
            @Context SecurityContext security) {
        SellerId seller = Callers.of(security).seller();
        int size = Parameters.limit(limit);
        List<TermsRows.Version> found = database.read(handle ->
                TermsRows.OFFERINGS.list(handle, seller, Parameters.text(after), size + 1));
        return Page.of(found, size, TermsRows.Version::id).map(each ->
                view(TermsJson.offering(new OfferingId(each.id()), each.version(), each.terms())));
    }

    @GET
    @Path("{id}")
    @Allow({Role.STAFF, Role.ANALYST, Role.INGEST})
    public Values get(@PathParam("id") String id, @Context SecurityContext security) {
        SellerId seller = Callers.of(security).seller();
        return view(database.read(handle -> catalogue.offering(handle, seller, new OfferingId(id)))
                .orElseThrow(() -> StateConflict.absent("offering", id)));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allow(Role.ADMIN)
    public Values put(@PathParam("id") String id, Values body, @Context SecurityContext security) {
        SellerId seller = Callers.of(security).seller();
        return view(catalogue.publishOffering(seller, new OfferingId(id), body, clock.now(seller)));
    }

    private static Values view(OfferingTerms terms) {
        return new Tree().put("id", terms.id()).put("version", terms.version()).putAll(TermsJson.offering(terms)).build();
    }
}
