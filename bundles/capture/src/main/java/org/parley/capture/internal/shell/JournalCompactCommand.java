package org.parley.capture.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.parley.capture.internal.Retention;

/** Removes now what is otherwise removed once a day. */
@Service
@Command(scope = "parley", name = "journal-compact", description = "Removes the events that are older than their type is "
        + "kept and that every module has counted, and gives their room back to the disk")
public final class JournalCompactCommand implements Action {

    @Reference
    private @Nullable Retention retention;

    @Override
    public @Nullable Object execute() {
        long removed = Optional.ofNullable(retention).orElseThrow().compact(new ConsoleProgress(System.out));
        System.out.printf("%,d events removed%n", removed);
        return null;
    }
}
