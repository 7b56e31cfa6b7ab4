package org.parley.capture.internal.meters.rollup;

/**
 * How far a version of a meter has come.
 *
 * @param counted    the journal's position up to which it has counted
 * @param of         the position it has to come to
 * @param ready      whether it has counted what was there when it was defined, and counts what comes in
 * @param superseded whether it counts no more, as a newer version does
 */
public record Progress(long counted, long of, boolean ready, boolean superseded) {}
