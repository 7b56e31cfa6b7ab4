package org.parley.capture.internal.types;

import java.util.ArrayList;
import java.util.List;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.InvalidInput.FieldError;

/** What was found wrong with a schema, by place; a place is a JSON pointer such as {@code /properties/level}. */
final class Findings {

    private static final int MAX = 20;

    private final ErrorCode code;
    private final List<FieldError> all = new ArrayList<>();

    Findings(ErrorCode code) {
        this.code = code;
    }

    void add(String at, String detail) {
        if (all.size() < MAX) {
            all.add(new FieldError(at, code, detail));
        }
    }

    void addAll(Findings other) {
        other.all.forEach(each -> add(each.field(), each.detail()));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<FieldError> all() {
        return all;
    }

    /** @throws InvalidInput with all that was found, if anything was */
    void refuse() {
        if (!all.isEmpty()) {
            throw new InvalidInput(code, all.size() == 1 ? all.get(0).detail()
                    : all.get(0).detail() + "; and " + (all.size() - 1) + " more", all);
        }
    }

    /** A place with one step more. */
    static String below(String at, String step) {
        return at + "/" + step.replace("~", "~0").replace("/", "~1");
    }

    /** A place in words. */
    static String shown(String at) {
        return at.isEmpty() ? "the data" : "'" + at + "'";
    }
}
