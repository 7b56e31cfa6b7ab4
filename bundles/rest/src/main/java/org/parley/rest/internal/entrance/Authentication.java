package org.parley.rest.internal.entrance;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.parley.common.ErrorCode;
import org.parley.common.Fault;
import org.parley.common.StateConflict;
import org.parley.rest.Callers;
import org.parley.seller.api.ApiKeys;
import org.parley.seller.api.Caller;

/** Finds out who makes a request by its bearer key. Without the service that knows the keys nobody is let in. */
@Component(service = Authentication.class)
public final class Authentication {

    private static final String SCHEME = "Bearer ";
    private static final int LONGEST_KEY = 200;

    private volatile @Nullable ApiKeys keys;

    @Activate
    public Authentication() {}

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setKeys(ApiKeys keys) {
        this.keys = keys;
    }

    void unsetKeys(ApiKeys gone) {
        if (keys == gone) {
            keys = null;
        }
    }

    /**
     * Puts the caller into the request.
     *
     * @throws StateConflict if there is no valid key
     * @throws Fault         if keys cannot be checked at the moment
     */
    void authenticate(HttpServletRequest request) {
        String key = Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip())
                .filter(secret -> !secret.isEmpty() && secret.length() <= LONGEST_KEY)
                .orElseThrow(() -> refused("send a key as 'Authorization: Bearer <key>'"));
        ApiKeys known = keys;
        if (known == null) {
            throw Fault.unavailable("keys cannot be checked at the moment; try again");
        }
        Caller caller = known.authenticate(key).orElseThrow(() -> refused("this key is not known or was revoked"));
        request.setAttribute(Callers.ATTRIBUTE, caller);
    }

    private static StateConflict refused(String detail) {
        return new StateConflict(ErrorCode.UNAUTHENTICATED, detail);
    }
}
