package org.parley.rest.internal.idempotency;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.common.SellerId;

/** The keys whose first request is being served right now. */
final class Claims {

    private record Claim(SellerId seller, String key) {}

    private final Set<Claim> taken = ConcurrentHashMap.newKeySet();

    /** Takes the key, and gives what releases it again; empty if somebody has it. */
    Optional<Runnable> take(SellerId seller, String key) {
        Claim claim = new Claim(seller, key);
        return taken.add(claim) ? Optional.of(() -> taken.remove(claim)) : Optional.empty();
    }
}
