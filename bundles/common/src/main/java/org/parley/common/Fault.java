package org.parley.common;

import org.jspecify.annotations.Nullable;

/** A fault of the server's own, or something it needs and does not have at the moment. */
public final class Fault extends ParleyException {

    private static final long serialVersionUID = 1L;

    public Fault(String message, Throwable cause) {
        super(ErrorCode.INTERNAL, message, cause);
    }

    private Fault(ErrorCode code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }

    /** Something is missing for the moment; the same request may succeed later. */
    public static Fault unavailable(String message) {
        return new Fault(ErrorCode.UNAVAILABLE, message, null);
    }

    /** The same, with what it was noticed by. */
    public static Fault unavailable(String message, Throwable cause) {
        return new Fault(ErrorCode.UNAVAILABLE, message, cause);
    }
}
