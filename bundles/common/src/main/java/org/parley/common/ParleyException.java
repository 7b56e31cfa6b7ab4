package org.parley.common;

/**
 * The root of every failure that Parley raises on purpose. The message is for the caller: it says what, which id and
 * what to do, and never holds a secret. There are three kinds of failure: the caller's input, the present state, and
 * a fault of ours.
 */
public abstract sealed class ParleyException extends RuntimeException permits InvalidInput, StateConflict, Fault {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    ParleyException(ErrorCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public final ErrorCode code() {
        return code;
    }
}
