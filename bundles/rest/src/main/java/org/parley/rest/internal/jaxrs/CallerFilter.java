package org.parley.rest.internal.jaxrs;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtension;
import org.parley.rest.Callers;
import org.parley.seller.api.Caller;
import org.parley.seller.api.Role;

/** Tells JAX-RS who calls. */
@Component(service = ContainerRequestFilter.class)
@JakartarsExtension
@PreMatching
public final class CallerFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getProperty(Callers.ATTRIBUTE) instanceof Caller caller) {
            boolean secure = request.getSecurityContext() != null && request.getSecurityContext().isSecure();
            request.setSecurityContext(new Known(caller, secure));
        }
    }

    private record Known(Caller caller, boolean isSecure) implements SecurityContext {

        @Override
        public Principal getUserPrincipal() {
            return caller;
        }

        @Override
        public boolean isUserInRole(String role) {
            return caller.may(Set.of(Role.valueOf(role)));
        }

        @Override
        public String getAuthenticationScheme() {
            return "Bearer";
        }
    }
}
