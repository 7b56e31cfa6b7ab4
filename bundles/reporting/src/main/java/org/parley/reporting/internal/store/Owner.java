package org.parley.reporting.internal.store;

import java.util.Optional;
import org.parley.capture.api.Event;

/** Whose state it is. */
public record Owner(String seller, String customer) {

    /** Whom an event is about; empty if about nobody in particular. */
    public static Optional<Owner> of(Event event) {
        return event.customer().map(customer -> new Owner(event.seller().value(), customer.value()));
    }
}
