package org.parley.cli.move;

/** The move cannot be done, or did not do what it should; the target was left without it. */
public final class MoveFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MoveFailed(String message) {
        super(message);
    }

    MoveFailed(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
