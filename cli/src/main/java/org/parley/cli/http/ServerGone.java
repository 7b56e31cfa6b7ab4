package org.parley.cli.http;

/** The server did not answer for as long as was allowed. */
public final class ServerGone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServerGone(String message) {
        super(message);
    }
}
