package org.parley.pricing.internal.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.parley.common.Page;
import org.parley.common.SellerId;
import org.parley.common.Values;
import org.parley.pricing.internal.LedgerEntry;
import org.parley.pricing.internal.store.LedgerRows;
import org.parley.pricing.internal.store.PricingDatabase;
import org.parley.rest.Allow;
import org.parley.rest.Callers;
import org.parley.seller.api.Role;

/** What was paid: append-only. */
@Component(service = LedgerResource.class)
@JakartarsResource
@Path("v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
public final class LedgerResource {

    private final PricingDatabase database;

    @Activate
    public LedgerResource(@Reference PricingDatabase database) {
        this.database = database;
    }

    @GET
    @Allow({Role.STAFF, Role.ANALYST})
    public Page<Values> list(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to,
            @QueryParam("offering") @Nullable String offering, @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit, @Context SecurityContext security) {
        SellerId seller = Callers.of(security).seller();
        int size = Parameters.limit(limit);
        LedgerRows.Filter filter = filter(from, to, offering);
        List<LedgerEntry> found = database.read(handle ->
                LedgerRows.list(handle, seller, filter, Parameters.text(after), size + 1));
        return Page.of(found, size, each -> each.id().toString()).map(LedgerResource::view);
    }

    @GET
    @Path("totals")
    @Allow({Role.STAFF, Role.ANALYST})
    public Page<Values> totals(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to,
            @QueryParam("offering") @Nullable String offering, @Context SecurityContext security) {
        SellerId seller = Callers.of(security).seller();
        LedgerRows.Filter filter = filter(from, to, offering);
        return new Page<>(database.read(handle -> LedgerRows.totals(handle, seller, filter)).stream()
                .map(LedgerResource::view).toList(), Optional.empty());
    }

    private static LedgerRows.Filter filter(@Nullable String from, @Nullable String to, @Nullable String offering) {
        return new LedgerRows.Filter(Parameters.time("from", from), Parameters.time("to", to), Parameters.text(offering));
    }

    private static Values view(LedgerEntry entry) {
        return new Tree().put("id", entry.id()).put("at", entry.at()).put("cycle", entry.cycle())
                .put("relationship", entry.relationship()).put("customer", entry.customer())
                .put("offering", entry.offering()).put("item", entry.item()).put("money", entry.money())
                .put("kind", entry.kind()).build();
    }

    private static Values view(LedgerRows.Total total) {
        return new Tree().put("offering", total.offering()).put("currency", total.total().currency())
                .put("entries", total.entries()).put("payments", total.payments()).put("payers", total.payers())
                .put("anonymousPayments", total.anonymousPayments()).put("total", total.total()).build();
    }
}
