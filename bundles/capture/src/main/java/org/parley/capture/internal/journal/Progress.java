package org.parley.capture.internal.journal;

/** Who is told how far long work has come. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress NONE = (what, done, of) -> { };

    /**
     * Called often; the receiver decides how much of it is shown.
     *
     * @param what what is done, in a few words
     * @param of   how much there is to do, or 0 if that is not known
     */
    void at(String what, long done, long of);
}
