package org.parley.cli.mapping;

/** A mapping that cannot be used; the message names the key and the line at fault. */
public final class MappingError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MappingError(String message) {
        super(message);
    }
}
