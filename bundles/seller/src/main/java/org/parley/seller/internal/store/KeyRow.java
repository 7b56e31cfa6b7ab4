package org.parley.seller.internal.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.parley.common.SellerId;
import org.parley.seller.api.Caller;
import org.parley.seller.api.Role;

/**
 * A key as it is kept.
 *
 * @param hash    of the secret; the secret itself is not kept
 * @param revoked when it became useless
 */
public record KeyRow(String id, SellerId seller, String hash, Set<Role> roles, Instant created, Optional<Instant> revoked) {

    public KeyRow {
        roles = Set.copyOf(roles);
    }

    public boolean valid() {
        return revoked.isEmpty();
    }

    public Caller caller() {
        return new Caller(seller, id, roles);
    }
}
