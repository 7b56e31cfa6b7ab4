package org.parley.capture.internal.rules;

import java.util.ArrayList;
import java.util.List;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.InvalidInput.FieldError;

/** What is found wrong with one event: all of it, up to a limit, so that a sender need not find out one by one. */
public final class Faults {

    private static final int MAX = 20;

    private final List<FieldError> errors = new ArrayList<>(0);

    public void add(ErrorCode code, String field, String detail) {
        if (errors.size() < MAX) {
            errors.add(new FieldError(field, code, detail));
        }
    }

    public void add(String field, String detail) {
        add(ErrorCode.INVALID_EVENT, field, detail);
    }

    public void add(InvalidInput input) {
        input.errors().forEach(error -> add(error.code(), error.field(), error.detail()));
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    public List<FieldError> all() {
        return errors;
    }
}
