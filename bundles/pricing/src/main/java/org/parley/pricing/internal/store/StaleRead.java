package org.parley.pricing.internal.store;

/** What a change was based on has changed meanwhile; the work must be done again. */
public final class StaleRead extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StaleRead(String what) {
        super(what, null, false, false);
    }
}
