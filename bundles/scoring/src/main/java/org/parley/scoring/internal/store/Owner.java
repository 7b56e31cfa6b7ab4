package org.parley.scoring.internal.store;

import java.util.Optional;
import org.parley.capture.api.Event;
import org.parley.common.CustomerId;
import org.parley.common.SellerId;

/** Whose state it is. */
public record Owner(SellerId seller, CustomerId customer) {

    /** Whom an event is about; empty if about nobody in particular. */
    public static Optional<Owner> of(Event event) {
        return event.customer().map(customer -> new Owner(event.seller(), customer));
    }
}
