package org.parley.capture.internal.rules;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** What a value in an event's data must be. Safe for use by many threads. */
public interface Rule {

    /** Any value that an event may hold at all. */
    Rule ANY = Skip::value;

    /**
     * Checks the value the parser stands at, and leaves the parser at the value's last token.
     *
     * @param where the value's place, for the message
     */
    void check(JsonParser parser, Where where, Faults faults) throws IOException;
}
