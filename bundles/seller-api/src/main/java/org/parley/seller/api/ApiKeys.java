package org.parley.seller.api;

import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.parley.common.SellerId;

/** The bearer keys of all sellers. A key is shown once, when it is made; only its hash is kept. */
@ProviderType
public interface ApiKeys {

    /** Whose key this is; empty if it is nobody's or was revoked. */
    Optional<Caller> authenticate(String secret);

    /** A new key of this seller. */
    NewKey create(SellerId seller, Set<Role> roles);

    /** Makes a key useless from now on. Revoking an unknown or revoked key changes nothing. */
    void revoke(SellerId seller, String keyId);

    /**
     * A key just made.
     *
     * @param keyId  its public id
     * @param secret what the holder sends; not kept and not shown again
     */
    record NewKey(String keyId, String secret) {

        /** Without the secret, so that it cannot end in a log. */
        @Override
        public String toString() {
            return "NewKey[" + keyId + "]";
        }
    }
}
