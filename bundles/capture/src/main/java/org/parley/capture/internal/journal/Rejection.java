package org.parley.capture.internal.journal;

import java.util.ArrayList;
import java.util.List;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.InvalidInput.FieldError;

/** Why an event was not taken. */
public record Rejection(ErrorCode code, String detail, List<FieldError> errors) {

    public Rejection {
        errors = List.copyOf(errors);
    }

    /** What is wrong with an event's fields: told by its one error's code, or as an invalid event if there are more. */
    public static Rejection of(List<FieldError> errors) {
        if (errors.size() == 1) {
            return new Rejection(errors.get(0).code(), errors.get(0).detail(), errors);
        }
        return new Rejection(ErrorCode.INVALID_EVENT, errors.size() + " things are wrong with this event", errors);
    }

    boolean has(ErrorCode wanted) {
        return code == wanted || errors.stream().anyMatch(error -> error.code() == wanted);
    }

    void writeTo(Bytes out) {
        out.putText(code.name()).putText(detail).putVar(errors.size());
        for (FieldError error : errors) {
            out.putText(error.field()).putText(error.code().name()).putText(error.detail());
        }
    }

    static Rejection readFrom(RecordReader in) {
        ErrorCode code = ErrorCode.valueOf(in.nextText());
        String detail = in.nextText();
        List<FieldError> errors = new ArrayList<>();
        for (int left = in.nextVar(); left > 0; left--) {
            errors.add(new FieldError(in.nextText(), ErrorCode.valueOf(in.nextText()), in.nextText()));
        }
        return new Rejection(code, detail, errors);
    }

    public static Rejection of(InvalidInput input) {
        return new Rejection(input.code(), input.getMessage(), input.errors());
    }
}
