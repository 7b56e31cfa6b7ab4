package org.parley.common;

import java.util.Locale;

/**
 * Every failure that a caller can be told of. A code is stable: once published it keeps its meaning, and its
 * {@link #slug()} ends the problem type's URI. Each is described in {@code docs/api/problems.md}.
 */
public enum ErrorCode {
    MALFORMED_JSON(ErrorKind.MALFORMED, "The body is not well-formed JSON"),
    MALFORMED_PARAMETER(ErrorKind.MALFORMED, "A parameter cannot be read"),
    MALFORMED_CODING(ErrorKind.MALFORMED, "The body cannot be unpacked"),
    UNAUTHENTICATED(ErrorKind.UNAUTHENTICATED, "A valid key is needed"),
    FORBIDDEN(ErrorKind.FORBIDDEN, "The key does not allow this"),
    NOT_FOUND(ErrorKind.ABSENT, "There is no such thing"),
    METHOD_NOT_ALLOWED(ErrorKind.METHOD_NOT_ALLOWED, "The path does not take this method"),
    NOT_ACCEPTABLE(ErrorKind.NOT_ACCEPTABLE, "None of the accepted media types can be made"),
    UNSUPPORTED_MEDIA_TYPE(ErrorKind.UNSUPPORTED_TYPE, "The media type is not understood"),
    UNSUPPORTED_CODING(ErrorKind.UNSUPPORTED_TYPE, "The body's coding is not understood"),
    TOO_LARGE(ErrorKind.TOO_LARGE, "The body is too large"),
    INVALID_INPUT(ErrorKind.NOT_ALLOWED, "The input is not allowed"),
    INVALID_ID(ErrorKind.NOT_ALLOWED, "An id is not allowed"),
    INVALID_EVENT(ErrorKind.NOT_ALLOWED, "An event is not allowed"),
    RESERVED_TYPE(ErrorKind.NOT_ALLOWED, "This event type cannot be sent from outside"),
    INVALID_SCHEMA(ErrorKind.NOT_ALLOWED, "A schema cannot be used"),
    INCOMPATIBLE_SCHEMA(ErrorKind.NOT_ALLOWED, "A newer schema refuses what the older accepted"),
    INVALID_TIME(ErrorKind.NOT_ALLOWED, "A time is out of range"),
    EVENT_TOO_OLD(ErrorKind.NOT_ALLOWED, "The event is older than events of its type are kept"),
    INVALID_AMOUNT(ErrorKind.NOT_ALLOWED, "An amount is not allowed"),
    INVALID_CURRENCY(ErrorKind.NOT_ALLOWED, "A currency is not allowed"),
    INVALID_DIFFERENTIAL(ErrorKind.NOT_ALLOWED, "A differential is not allowed"),
    INVALID_REASON(ErrorKind.NOT_ALLOWED, "A reason is not allowed"),
    INVALID_POLICY(ErrorKind.NOT_ALLOWED, "The policy cannot work"),
    UNKNOWN_STRATEGY(ErrorKind.NOT_ALLOWED, "No such strategy is installed"),
    EVENT_ID_CONFLICT(ErrorKind.CONFLICT, "The id was used for other content"),
    STATE_CONFLICT(ErrorKind.CONFLICT, "The present state does not allow this"),
    ALREADY_PRICED(ErrorKind.CONFLICT, "The cycle already has a price"),
    IDEMPOTENCY_KEY_REUSED(ErrorKind.NOT_ALLOWED, "The idempotency key was used for another request"),
    NOT_SANDBOX(ErrorKind.CONFLICT, "Only a sandbox seller's clock can be moved"),
    UNAVAILABLE(ErrorKind.UNAVAILABLE, "Not available for the moment"),
    INTERNAL(ErrorKind.FAULT, "The server failed");

    private final ErrorKind kind;
    private final String title;

    ErrorCode(ErrorKind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    public ErrorKind kind() {
        return kind;
    }

    /** A short sentence that is the same for every failure with this code. */
    public String title() {
        return title;
    }

    /** The code in lower-case kebab form, such as {@code invalid-currency}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
