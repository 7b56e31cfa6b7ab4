package org.parley.capture.internal.meters;

import java.util.Locale;

/** The lengths of window that usage is kept for, the shortest first. Each is a whole number of those before it. */
public enum WindowKind {
    /** From one full hour of the local clock to the next; never across a change of the clock. */
    HOUR,
    /** From the start of a local day to the start of the next: 23 or 25 hours where the clock changes. */
    DAY,
    /** From the start of a local month to the start of the next. */
    MONTH;

    /** As it stands in requests and answers, such as {@code hour}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
