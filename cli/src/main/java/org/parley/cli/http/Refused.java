package org.parley.cli.http;

/** The server answered that it will not do this; asking again would not help. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused(String message) {
        super(message);
    }
}
