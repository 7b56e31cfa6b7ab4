package org.parley.capture.api;

/**
 * What became of one event.
 *
 * @param outcome  what was done
 * @param position where the event stands: the new one's, or that of the one that was there before; {@link Journal#START} for
 *                 an event that was not taken because of its age
 */
public record Appended(Outcome outcome, long position) {

    /** What was done with an event. */
    public enum Outcome {
        /** It is in the journal now. */
        ACCEPTED,
        /** It was there already, with the same content. */
        DUPLICATE,
        /** Its identity is that of another event with other content; it was not taken. */
        CONFLICT,
        /**
         * It is older than what the journal keeps of its type, and was not taken: if it was there before, the journal
         * could not tell any more.
         */
        TOO_OLD
    }
}
