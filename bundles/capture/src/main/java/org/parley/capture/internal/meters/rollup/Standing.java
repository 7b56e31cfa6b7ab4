package org.parley.capture.internal.meters.rollup;

import java.nio.ByteBuffer;
import org.parley.capture.api.Journal;

/**
 * How far one version of a meter has come.
 *
 * @param position the last event it has counted; of a meter that is up to date, what it was when it became so
 */
record Standing(State state, long position) {

    /** Where a meter is on its way. */
    enum State {
        /** Reads what was in the journal before it was defined. */
        BUILDING,
        /** Counts what comes in. */
        CURRENT,
        /** Counts no more, since a newer version has taken its place; its rows are kept. */
        SUPERSEDED
    }

    static final Standing NEW = new Standing(State.BUILDING, Journal.START);

    byte[] bytes() {
        return ByteBuffer.allocate(1 + Long.BYTES).put((byte) state.ordinal()).putLong(position).array();
    }

    static Standing of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new Standing(State.values()[in.get()], in.getLong());
    }
}
