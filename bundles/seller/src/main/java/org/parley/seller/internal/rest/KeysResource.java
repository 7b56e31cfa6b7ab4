package org.parley.seller.internal.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.parley.common.Page;
import org.parley.common.SellerId;
import org.parley.common.StateConflict;
import org.parley.rest.Allow;
import org.parley.rest.Callers;
import org.parley.seller.api.ApiKeys.NewKey;
import org.parley.seller.api.Role;
import org.parley.seller.internal.KeyRing;
import org.parley.seller.internal.RoleNames;
import org.parley.seller.internal.store.KeyRow;

/** The keys of the caller's seller. */
@Component(service = KeysResource.class)
@JakartarsResource
@Path("v1/keys")
@Produces(MediaType.APPLICATION_JSON)
public final class KeysResource {

    private final KeyRing keys;

    @Activate
    public KeysResource(@Reference KeyRing keys) {
        this.keys = keys;
    }

    /** What a key may do. */
    public record Wanted(List<String> roles) {}

    /** A key just made; the secret is told here and never again. */
    public record Made(String keyId, String secret, List<String> roles) {}

    /** A key as it can be told at any time. */
    public record Known(String keyId, List<String> roles, Instant created, Optional<Instant> revoked) {

        static Known of(KeyRow key) {
            return new Known(key.id(), RoleNames.of(key.roles()), key.created(), key.revoked());
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Allow(Role.ADMIN)
    public Response create(@Context SecurityContext context, Wanted wanted) {
        var roles = RoleNames.parse(wanted.roles());
        NewKey key = keys.create(seller(context), roles);
        return Response.status(Response.Status.CREATED)
                .header("Cache-Control", "no-store")
                .entity(new Made(key.keyId(), key.secret(), RoleNames.of(roles))).build();
    }

    @GET
    @Allow(Role.ADMIN)
    public Page<Known> list(@Context SecurityContext context) {
        return new Page<>(keys.of(seller(context)).stream().map(Known::of).toList(), Optional.empty());
    }

    @DELETE
    @Path("{keyId}")
    @Allow(Role.ADMIN)
    public void revoke(@Context SecurityContext context, @PathParam("keyId") String keyId) {
        SellerId seller = seller(context);
        if (keys.find(seller, keyId).isEmpty()) {
            throw StateConflict.absent("key", keyId);
        }
        keys.revoke(seller, keyId);
    }

    private static SellerId seller(SecurityContext context) {
        return Callers.of(context).seller();
    }
}
