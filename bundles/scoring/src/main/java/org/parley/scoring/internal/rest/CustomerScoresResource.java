package org.parley.scoring.internal.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.parley.common.CustomerId;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.Page;
import org.parley.common.SellerId;
import org.parley.common.StateConflict;
import org.parley.rest.Allow;
import org.parley.rest.Callers;
import org.parley.scoring.api.Score;
import org.parley.scoring.api.Scores;
import org.parley.seller.api.Clock;
import org.parley.seller.api.Role;

/**
 * The scores of a customer. A customer of whom nothing is known is no error: every score says that it has too little
 * data, as it does of one who did one thing.
 */
@Component(service = CustomerScoresResource.class)
@JakartarsResource
@Path("v1/customers/{customer}/scores")
@Produces(MediaType.APPLICATION_JSON)
public final class CustomerScoresResource {

    private final Scores scores;
    private final Clock clock;

    @Activate
    public CustomerScoresResource(@Reference Scores scores, @Reference Clock clock) {
        this.scores = scores;
        this.clock = clock;
    }

    /** All scores, by name. */
    @GET
    @Allow({Role.STAFF, Role.ANALYST})
    public Page<Score> all(@PathParam("customer") String customer, @QueryParam("at") @Nullable String at,
            @Context SecurityContext security) {
        SellerId seller = Callers.of(security).seller();
        return new Page<>(scores.all(seller, new CustomerId(customer), time(seller, at)), Optional.empty());
    }

    /** One score. */
    @GET
    @Path("{score}")
    @Allow({Role.STAFF, Role.ANALYST})
    public Score one(@PathParam("customer") String customer, @PathParam("score") String score,
            @QueryParam("at") @Nullable String at, @Context SecurityContext security) {
        SellerId seller = Callers.of(security).seller();
        return scores.one(seller, new CustomerId(customer), score, time(seller, at))
                .orElseThrow(() -> StateConflict.absent("score", score));
    }

    private Instant time(SellerId seller, @Nullable String at) {
        if (at == null) {
            return clock.now(seller);
        }
        try {
            return Instant.parse(at);
        } catch (DateTimeParseException e) {
            throw new InvalidInput(ErrorCode.MALFORMED_PARAMETER, "at",
                    "'at' must be a time in UTC such as 2026-01-31T12:00:00Z");
        }
    }
}
