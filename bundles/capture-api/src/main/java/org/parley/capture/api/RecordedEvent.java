package org.parley.capture.api;

/**
 * An event in the journal.
 *
 * @param position its place, behind {@link Journal#START}; rising over all sellers
 * @param event    what was recorded
 */
public record RecordedEvent(long position, Event event) {}
