package org.parley.rest.internal.jaxrs;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Method;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtension;
import org.parley.common.ErrorCode;
import org.parley.common.StateConflict;
import org.parley.rest.Allow;
import org.parley.rest.Callers;
import org.parley.rest.Public;
import org.parley.seller.api.Caller;
import org.parley.seller.api.Role;

/** Puts a gatekeeper before every resource method: it lets in whom {@link Allow} names, and nobody where it is missing. */
@Component(service = DynamicFeature.class)
@JakartarsExtension
public final class Guard implements DynamicFeature {

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        context.register(gatekeeper(resource.getResourceMethod()), Priorities.AUTHORIZATION);
    }

    static ContainerRequestFilter gatekeeper(Method method) {
        if (method.isAnnotationPresent(Public.class)) {
            return request -> {};
        }
        Allow allow = method.getAnnotation(Allow.class);
        return allow == null ? new Closed() : new Roles(Set.of(allow.value()));
    }

    private static final class Closed implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            throw new StateConflict(ErrorCode.FORBIDDEN, "this is open to nobody");
        }
    }

    private record Roles(Set<Role> allowed) implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            if (!(request.getProperty(Callers.ATTRIBUTE) instanceof Caller caller)) {
                throw new StateConflict(ErrorCode.UNAUTHENTICATED, "send a valid key as 'Authorization: Bearer <key>'");
            }
            if (!caller.may(allowed)) {
                throw new StateConflict(ErrorCode.FORBIDDEN, "key " + caller.keyId() + " has not the role for this");
            }
        }
    }
}
