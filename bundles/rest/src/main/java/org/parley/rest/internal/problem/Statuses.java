package org.parley.rest.internal.problem;

import org.parley.common.ErrorCode;
import org.parley.common.ErrorKind;

/** The two directions between kinds of failure and HTTP statuses. */
public final class Statuses {

    private Statuses() {}

    public static int of(ErrorKind kind) {
        return switch (kind) {
            case MALFORMED -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case ABSENT -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case NOT_ACCEPTABLE -> 406;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case UNSUPPORTED_TYPE -> 415;
            case NOT_ALLOWED -> 422;
            case FAULT -> 500;
            case UNAVAILABLE -> 503;
        };
    }

    /** The code for a status that the HTTP or REST layer below us chose by itself. */
    public static ErrorCode code(int status) {
        return switch (status) {
            case 401 -> ErrorCode.UNAUTHENTICATED;
            case 403 -> ErrorCode.FORBIDDEN;
            case 404 -> ErrorCode.NOT_FOUND;
            case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
            case 406 -> ErrorCode.NOT_ACCEPTABLE;
            case 413 -> ErrorCode.TOO_LARGE;
            case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> ErrorCode.UNAVAILABLE;
            default -> status < 500 ? ErrorCode.MALFORMED_PARAMETER : ErrorCode.INTERNAL;
        };
    }
}
