package org.parley.capture.internal.intake;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;

/** Says where JSON breaks, without telling the parser's insides. */
final class Malformed {

    private Malformed() {}

    static String detail(JsonProcessingException failure) {
        JsonLocation at = failure.getLocation();
        String where = at == null || at.getByteOffset() < 0 ? "" : " at byte " + at.getByteOffset();
        return failure instanceof StreamConstraintsException
                ? "this JSON is nested too deeply, or a number or name in it is too long" + where
                : "this is no well-formed JSON; it breaks" + where;
    }
}
