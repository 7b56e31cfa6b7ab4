package org.parley.rest.internal;

import jakarta.servlet.http.HttpServletRequest;

/** Lets the deeper layers say what is to be done when a request is over, however it ends. */
public final class AtEnd {

    /** The request attribute that may hold a {@link Runnable}. */
    public static final String ATTRIBUTE = "org.parley.rest.at-end";

    private AtEnd() {}

    public static void run(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Runnable work) {
            request.removeAttribute(ATTRIBUTE);
            work.run();
        }
    }
}
