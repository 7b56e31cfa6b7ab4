package org.parley.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput.FieldError;
import org.parley.rest.internal.problem.Failures;
import org.parley.rest.internal.problem.Statuses;

/**
 * A failure as told to a caller, per RFC 9457.
 *
 * @param type     {@code /problems/<slug>}, a relative reference; each slug is described in {@code docs/api/problems.md}
 * @param title    the same for every failure of this type
 * @param status   the HTTP status, 400 to 599
 * @param detail   what, which id, what to do
 * @param instance the request's id
 * @param errors   the fields at fault, for 400 and 422; may be empty
 */
public record Problem(String type, String title, int status, String detail, String instance,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }

    /** The problem that tells this failure: precise if it was raised on purpose, silent about our insides if not. */
    public static Problem of(Throwable failure, String instance) {
        return Failures.problem(failure, instance);
    }

    /** A problem with this code and no fields. */
    public static Problem of(ErrorCode code, String detail, String instance) {
        return of(code, detail, instance, List.of());
    }

    /** A problem with this code. */
    public static Problem of(ErrorCode code, String detail, String instance, List<FieldError> errors) {
        return new Problem("/problems/" + code.slug(), code.title(), Statuses.of(code.kind()), detail, instance, errors);
    }
}
