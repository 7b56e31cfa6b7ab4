package org.parley.capture.api;

/**
 * What became of one event.
 *
 * @param outcome  what was done
 * @param position where the event stands: the new one's, or for the other outcomes the one that was there before
 */
public record Appended(Outcome outcome, long position) {

    /** What was done with an event. */
    public enum Outcome {
        /** It is in the journal now. */
        ACCEPTED,
        /** It was there already, with the same content. */
        DUPLICATE,
        /** Its identity is that of another event with other content; it was not taken. */
        CONFLICT
    }
}
