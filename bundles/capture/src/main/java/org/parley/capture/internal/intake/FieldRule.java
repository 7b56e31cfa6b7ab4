package org.parley.capture.internal.intake;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** What a known field of an event's data must be. */
interface FieldRule {

    /**
     * Checks the value the parser stands at, which is not null, and leaves the parser at the value's last token.
     *
     * @param path the field's path, for the message
     */
    void check(JsonParser parser, String path, Faults faults) throws IOException;
}
