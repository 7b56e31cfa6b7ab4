package org.parley.capture.internal.journal;

import java.util.ArrayList;
import java.util.List;
import org.parley.capture.api.JournalCheck;
import org.parley.capture.api.RecordedEvent;

/** One run of a module's check; a check that fails by itself is a fault of its own and ends nothing else. */
final class CheckRun {

    private final String name;
    private final List<String> faults = new ArrayList<>();
    private JournalCheck.Run run = new Nothing();
    private long events;

    CheckRun(JournalCheck check, JournalCheck.Horizon horizon) {
        this.name = check.name();
        guarded(() -> run = check.begin(horizon));
    }

    void event(RecordedEvent event) {
        guarded(() -> {
            if (event.position() <= run.upTo()) {
                run.event(event);
                events++;
            }
        });
    }

    Verification.Checked outcome() {
        guarded(() -> faults.addAll(run.faults()));
        return new Verification.Checked(name, events, List.copyOf(faults));
    }

    private void guarded(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException | LinkageError e) {
            faults.add("the check itself failed: " + e);
            run = new Nothing();
        }
    }

    private static final class Nothing implements JournalCheck.Run {

        @Override
        public long upTo() {
            return 0;
        }

        @Override
        public void event(RecordedEvent event) {
            throw new IllegalStateException("nothing is handed to a check that has ended");
        }

        @Override
        public List<String> faults() {
            return List.of();
        }
    }
}
