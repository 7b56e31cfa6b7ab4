package org.parley.common;

/** The one rule for ids that come from outside: 1 to 200 visible characters. */
public final class Ids {

    private static final int MAX_LENGTH = 200;

    private Ids() {}

    /**
     * The id itself, if it is one.
     *
     * @param kind what the id names, for the message
     * @throws InvalidInput if it is empty, longer than 200 characters, or holds white space at an end or a control character
     */
    public static String check(String kind, String value) {
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new InvalidInput(ErrorCode.INVALID_ID, kind, "a " + kind + " id has 1 to 200 characters, this one has "
                    + value.length());
        }
        if (hasControl(value) || !value.equals(value.strip())) {
            throw new InvalidInput(ErrorCode.INVALID_ID, kind,
                    "a " + kind + " id has no control characters and no white space at its ends");
        }
        return value;
    }

    /** Whether a control character is in it. */
    private static boolean hasControl(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
