package org.parley.rest.internal.store;

import java.time.Instant;
import java.util.Optional;
import org.parley.seller.api.Caller;

/** A write that succeeded: who made it, for whom and why, and what it was. */
public record AuditEntry(Caller caller, Optional<String> actor, Optional<String> reason, String method, String path, int status,
        String requestId, Instant at) {}
