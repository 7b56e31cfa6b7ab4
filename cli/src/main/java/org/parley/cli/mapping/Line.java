package org.parley.cli.mapping;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** What a row became: an object to send. */
public interface Line {

    /** Writes the JSON object. */
    void write(JsonGenerator json) throws IOException;

    /** Whether it is about nobody in particular. */
    boolean anonymous();
}
