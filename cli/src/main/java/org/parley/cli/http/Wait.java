package org.parley.cli.http;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Waits longer each time, says so once in a while, and gives up when patience is at its end. */
final class Wait {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final Duration patience;
    private final Consumer<String> notices;
    private final long since = System.nanoTime();
    private Duration next = FIRST;
    private String said = "";

    Wait(Duration patience, Consumer<String> notices) {
        this.patience = patience;
        this.notices = notices;
    }

    /**
     * Waits as long as the server asked for, or else a little longer than the last time.
     *
     * @throws ServerGone if that would go beyond the patience
     */
    void pause(String why, Optional<Duration> asked) {
        Duration waited = Duration.ofNanos(System.nanoTime() - since);
        Duration pause = asked.orElse(next);
        if (waited.plus(pause).compareTo(patience) > 0) {
            throw new ServerGone(why + "; gave up after " + waited.toSeconds() + " seconds");
        }
        if (!why.equals(said)) {
            notices.accept(why + "; trying again for " + patience.minus(waited).toSeconds() + " seconds");
            said = why;
        }
        sleep(pause);
        next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerGone("interrupted while waiting for the server");
        }
    }
}
