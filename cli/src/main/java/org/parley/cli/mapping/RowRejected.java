package org.parley.cli.mapping;

/** A row that the mapping cannot make anything of; thrown once per bad row, so it carries no stack trace. */
public final class RowRejected extends Exception {

    private static final long serialVersionUID = 1L;

    RowRejected(String key, String why) {
        super(key + ": " + why, null, false, false);
    }
}
