package org.parley.common;

/** Whose fault a failure is and what the caller can do about it; an adapter maps each kind to its protocol. */
public enum ErrorKind {
    /** The input cannot be read at all. */
    MALFORMED,
    /** The input can be read but not allowed. */
    NOT_ALLOWED,
    /** No or an unknown key. */
    UNAUTHENTICATED,
    /** The key is known but may not do this. */
    FORBIDDEN,
    /** There is no such thing. */
    ABSENT,
    /** It does not fit the present state. */
    CONFLICT,
    /** The input is larger than is taken. */
    TOO_LARGE,
    /** The input's media type is not understood. */
    UNSUPPORTED_TYPE,
    /** The path exists, but not for this method. */
    METHOD_NOT_ALLOWED,
    /** None of the media types the caller accepts can be made. */
    NOT_ACCEPTABLE,
    /** Not now; the same request may succeed later. */
    UNAVAILABLE,
    /** A fault of the server's own. */
    FAULT
}
