package org.parley.scoring.internal.scores;

import org.parley.capture.api.Event;
import org.parley.capture.api.EventTypes;

/**
 * Attention given, in seconds.
 *
 * @param active     visible and used
 * @param background heard or running beside something else
 * @param effort     forms, searching, waiting, support
 */
public record Attention(double active, double background, double effort) {

    static final double BACKGROUND_WEIGHT = 0.3;
    static final Attention NONE = new Attention(0, 0, 0);
    private static final double HOUR = 3600;

    /** What an event of use or attention tells. */
    static Attention of(Event event) {
        double active = Facts.seconds(event, "activeSeconds");
        if (event.type().equals(EventTypes.USAGE)) {
            return new Attention(active, 0, 0);
        }
        boolean background = Facts.text(event, "channel")
                .filter(channel -> channel.equals("background") || channel.equals("audio-background"))
                .isPresent();
        double effort = Facts.seconds(event, "effortSeconds");
        return background ? new Attention(0, active, effort) : new Attention(active, 0, effort);
    }

    Attention plus(Attention more) {
        return new Attention(active + more.active, background + more.background, effort + more.effort);
    }

    double weightedHours() {
        return (active + BACKGROUND_WEIGHT * background + effort) / HOUR;
    }
}
