package org.parley.capture.internal.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.parley.capture.internal.types.EventType;
import org.parley.capture.internal.types.EventTypeRegistry;
import org.parley.common.Page;
import org.parley.common.SellerId;
import org.parley.common.StateConflict;
import org.parley.rest.Allow;
import org.parley.rest.Callers;
import org.parley.seller.api.Clock;
import org.parley.seller.api.Role;

/** What the data of events must be. */
@Component(service = EventTypesResource.class)
@JakartarsResource
@Path("v1/event-types")
@Produces(MediaType.APPLICATION_JSON)
public final class EventTypesResource {

    private final EventTypeRegistry types;
    private final Clock clock;

    @Activate
    public EventTypesResource(@Reference EventTypeRegistry types, @Reference Clock clock) {
        this.types = types;
        this.clock = clock;
    }

    @GET
    @Allow({Role.STAFF, Role.ANALYST, Role.INGEST})
    public Page<EventTypeView> list(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit,
            @Context SecurityContext security) {
        int size = Numerals.limit(Optional.ofNullable(limit));
        SellerId seller = Callers.of(security).seller();
        return Page.of(types.list(seller, Optional.ofNullable(after).orElse(""), size + 1), size, EventType::type)
                .map(EventTypeView::withoutSchema);
    }

    @GET
    @Path("{type}")
    @Allow({Role.STAFF, Role.ANALYST, Role.INGEST})
    public EventTypeView get(@PathParam("type") String type, @QueryParam("version") @Nullable String version,
            @Context SecurityContext security) {
        SellerId seller = Callers.of(security).seller();
        Optional<EventType> found = version == null ? types.find(seller, type)
                : types.find(seller, type, Numerals.whole("version", version, Integer.MAX_VALUE));
        return found.map(EventTypeView::of).orElseThrow(() -> StateConflict.absent("event type", type));
    }

    @PUT
    @Path("{type}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allow(Role.ADMIN)
    public EventTypeView put(@PathParam("type") String type, ObjectNode schema, @Context SecurityContext security) {
        SellerId seller = Callers.of(security).seller();
        return EventTypeView.of(types.publish(seller, type, schema, clock.now(seller)));
    }
}
