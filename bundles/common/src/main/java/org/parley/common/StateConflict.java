package org.parley.common;

/** The input is fine, but what it names is absent, closed to the caller, or in another state. */
public final class StateConflict extends ParleyException {

    private static final long serialVersionUID = 1L;

    public StateConflict(ErrorCode code, String message) {
        super(code, message, null);
    }

    /** There is no {@code kind} with this id, or it belongs to somebody else; the two are told apart to nobody. */
    public static StateConflict absent(String kind, String id) {
        return new StateConflict(ErrorCode.NOT_FOUND, "there is no " + kind + " '" + id + "'");
    }
}
