package org.parley.capture.internal.rules;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/**
 * How long a string must be, in Unicode characters.
 *
 * @param least at least this
 * @param most  at most this
 */
record TextRule(int least, int most) {

    boolean holds(JsonParser parser) throws IOException {
        int units = parser.getTextLength();
        if (units <= most && units >= 2L * least) {
            return true;
        }
        int start = parser.getTextOffset();
        int length = Character.codePointCount(parser.getTextCharacters(), start, units);
        return length >= least && length <= most;
    }
}
