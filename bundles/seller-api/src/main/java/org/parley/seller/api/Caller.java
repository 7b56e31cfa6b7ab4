package org.parley.seller.api;

import java.security.Principal;
import java.util.Set;
import org.parley.common.SellerId;

/**
 * Who makes a request: the holder of a seller's key.
 *
 * @param seller the seller whose data the caller sees; nothing else exists for it
 * @param keyId  the public id of the key, for the audit log
 * @param roles  what the key may do
 */
public record Caller(SellerId seller, String keyId, Set<Role> roles) implements Principal {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Whether the caller has one of these roles; an admin has them all. */
    public boolean may(Set<Role> allowed) {
        return roles.contains(Role.ADMIN) || allowed.stream().anyMatch(roles::contains);
    }

    @Override
    public String getName() {
        return keyId;
    }
}
