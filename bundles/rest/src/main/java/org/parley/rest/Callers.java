package org.parley.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.SecurityContext;
import org.parley.common.ErrorCode;
import org.parley.common.StateConflict;
import org.parley.seller.api.Caller;

/**
 * Who makes a request. Both look-ups fail when nobody was authenticated, so that a resource that asks for its caller
 * stays closed even where the guard in front of it is missing.
 */
public final class Callers {

    /** The request attribute that holds the {@link Caller} after authentication. */
    public static final String ATTRIBUTE = "org.parley.rest.caller";

    /** The request attribute that holds the request's id, a string. */
    public static final String REQUEST_ID = "org.parley.rest.request-id";

    private Callers() {}

    /**
     * The caller of a JAX-RS request.
     *
     * @throws StateConflict with {@link ErrorCode#UNAUTHENTICATED} if there is none
     */
    public static Caller of(SecurityContext context) {
        if (context.getUserPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw nobody();
    }

    /**
     * The caller of a servlet request.
     *
     * @throws StateConflict with {@link ErrorCode#UNAUTHENTICATED} if there is none
     */
    public static Caller of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Caller caller) {
            return caller;
        }
        throw nobody();
    }

    /** The id of a request; {@code -} before it has one. */
    public static String requestId(HttpServletRequest request) {
        return request.getAttribute(REQUEST_ID) instanceof String id ? id : "-";
    }

    private static StateConflict nobody() {
        return new StateConflict(ErrorCode.UNAUTHENTICATED, "send a valid key as 'Authorization: Bearer <key>'");
    }
}
