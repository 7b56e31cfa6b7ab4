package org.parley.rest.internal.idempotency;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.time.Instant;
import java.util.Optional;
import org.parley.rest.Callers;
import org.parley.rest.internal.store.AuditEntry;
import org.parley.rest.internal.store.RestTables;
import org.parley.seller.api.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records who made a write that succeeded, and why. A write that cannot be recorded was made all the same, so its
 * caller is not told otherwise; the log then holds the entry.
 */
final class Audit implements ContainerResponseFilter {

    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);
    private static final int LONGEST = 1000;

    private final RestTables tables;

    Audit(RestTables tables) {
        this.tables = tables;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean done = response.getStatus() / 100 == 2 && response.getHeaderString(Replays.REPLAYED_HEADER) == null;
        if (!done || !(request.getProperty(Callers.ATTRIBUTE) instanceof Caller caller)) {
            return;
        }
        AuditEntry entry = new AuditEntry(caller, header(request, "Parley-Actor"), header(request, "Parley-Reason"),
                request.getMethod(), request.getUriInfo().getRequestUri().getRawPath(), response.getStatus(),
                String.valueOf(request.getProperty(Callers.REQUEST_ID)), Instant.now());
        try {
            tables.append(entry);
        } catch (RuntimeException e) {
            LOG.error("cannot append to the audit log: {}", entry, e);
        }
    }

    private static Optional<String> header(ContainerRequestContext request, String name) {
        return Optional.ofNullable(request.getHeaderString(name))
                .map(value -> value.substring(0, Math.min(value.length(), LONGEST)));
    }
}
