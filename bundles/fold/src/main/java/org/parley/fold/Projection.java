package org.parley.fold;

import java.util.List;
import java.util.Set;
import org.parley.capture.api.RecordedEvent;

/**
 * What one plugin makes of the journal.
 *
 * @param <C> what folding changes in the store
 */
public interface Projection<C> {

    String name();

    /** What was stored under another version is thrown away and folded again from the start. */
    int version();

    /** The types of the events that are folded. */
    Set<String> eventTypes();

    /**
     * Reads from the store all that folding these events needs. Called on the engine's thread, unlike the work it
     * returns, which must not touch the store.
     */
    Work<C> prepare(List<RecordedEvent> events);

    /** The folding of one batch, by calls to the plugin. */
    interface Work<C> {

        /** Folds the next event; when this throws, the event must have left no trace. */
        void fold(RecordedEvent event);

        /** What all events so far have changed. */
        C changes();
    }
}
