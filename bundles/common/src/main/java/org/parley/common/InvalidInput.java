package org.parley.common;

import java.io.Serializable;
import java.util.List;

/** The caller's input cannot be taken: which fields, and why. */
public final class InvalidInput extends ParleyException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with one field; {@code field} is a path such as {@code price.amount}, empty for the whole. */
    public record FieldError(String field, ErrorCode code, String detail) implements Serializable {}

    private final List<FieldError> errors;

    public InvalidInput(ErrorCode code, String field, String message) {
        this(code, message, List.of(new FieldError(field, code, message)));
    }

    public InvalidInput(ErrorCode code, String message, List<FieldError> errors) {
        super(code, message, null);
        this.errors = List.copyOf(errors);
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** The same failure, with its fields put below {@code parent}: {@code amount} becomes {@code price.amount}. */
    public InvalidInput under(String parent) {
        List<FieldError> moved = errors.stream()
                .map(e -> new FieldError(e.field().isEmpty() ? parent : parent + "." + e.field(), e.code(), e.detail()))
                .toList();
        return new InvalidInput(code(), getMessage(), moved);
    }
}
