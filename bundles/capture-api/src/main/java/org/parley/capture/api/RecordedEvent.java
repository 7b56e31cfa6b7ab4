package org.parley.capture.api;

/**
 * An event in the journal.
 *
 * @param position its place, counted from 1 without gaps over all sellers
 * @param event    what was recorded
 */
public record RecordedEvent(long position, Event event) {}
