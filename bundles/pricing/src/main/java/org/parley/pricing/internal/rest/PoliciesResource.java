package org.parley.pricing.internal.rest;

import jakarta.ws.rs.Consumes;
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
import org.parley.common.SellerId;
import org.parley.common.StateConflict;
import org.parley.common.Values;
import org.parley.pricing.api.PolicyId;
import org.parley.pricing.api.PolicyTerms;
import org.parley.pricing.internal.Catalogue;
import org.parley.pricing.internal.Policies;
import org.parley.pricing.internal.TermsJson;
import org.parley.pricing.internal.store.PricingDatabase;
import org.parley.rest.Allow;
import org.parley.rest.Callers;
import org.parley.seller.api.Clock;
import org.parley.seller.api.Role;

/** The rules the seller has published. */
@Component(service = PoliciesResource.class)
@JakartarsResource
@Path("v1/policies")
@Produces(MediaType.APPLICATION_JSON)
public final class PoliciesResource {

    private final Catalogue catalogue;
    private final Policies policies;
    private final PricingDatabase database;
    private final Clock clock;

    @Activate
    public PoliciesResource(@Reference Catalogue catalogue, @Reference Policies policies,
            @Reference PricingDatabase database, @Reference Clock clock) {
        this.catalogue = catalogue;
        this.policies = policies;
        this.database = database;
        this.clock = clock;
    }

    @GET
    @Path("{id}")
    @Allow({Role.STAFF, Role.ANALYST, Role.INGEST})
    public Values get(@PathParam("id") String id, @Context SecurityContext security) {
        SellerId seller = Callers.of(security).seller();
        return view(database.read(handle -> catalogue.policy(handle, seller, new PolicyId(id)))
                .orElseThrow(() -> StateConflict.absent("policy", id)));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allow(Role.ADMIN)
    public Values put(@PathParam("id") String id, Values body, @Context SecurityContext security) {
        SellerId seller = Callers.of(security).seller();
        return view(policies.publish(seller, new PolicyId(id), body, clock.now(seller)));
    }

    private static Values view(PolicyTerms terms) {
        return new Tree().put("id", terms.id()).put("version", terms.version()).putAll(TermsJson.policy(terms)).build();
    }
}
