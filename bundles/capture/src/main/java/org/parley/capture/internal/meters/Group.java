package org.parley.capture.internal.meters;

import java.util.List;
import java.util.Optional;

/** Which of a meter's groups a row is for. */
public sealed interface Group {

    /** All of them together. */
    record All() implements Group {}

    /**
     * Events that agree in all that the meter groups by.
     *
     * @param values in the order of the definition; empty where an event has nothing to group it by
     */
    record Of(List<Optional<String>> values) implements Group {

        public Of {
            values = List.copyOf(values);
        }
    }

    /** What found no room of its own, as there were too many groups, or what it is grouped by is too long. */
    record Rest() implements Group {}

    /** All groups together. */
    Group ALL = new All();

    /** The rest. */
    Group REST = new Rest();
}
