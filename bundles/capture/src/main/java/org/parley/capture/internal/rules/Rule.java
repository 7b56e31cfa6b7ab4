package org.parley.capture.internal.rules;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Map;

/** What a value in an event's data must be. Safe for use by many threads. */
public interface Rule {

    /** Any value that an event may hold at all. */
    Rule ANY = Skip::value;

    /** The data of an event whose type has no schema; what no event may hold is told with the member that holds it. */
    Rule FREE_DATA = new ObjectRule(Map.of(), ANY, 0);

    /**
     * Checks the value the parser stands at, and leaves the parser at the value's last token.
     *
     * @param where the value's place, for the message
     */
    void check(JsonParser parser, Where where, Faults faults) throws IOException;
}
