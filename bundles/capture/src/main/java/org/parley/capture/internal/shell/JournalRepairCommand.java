package org.parley.capture.internal.shell;

import java.io.PrintStream;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.parley.capture.internal.Capture;
import org.parley.capture.internal.journal.Repair;

/** Makes the indexes of the journal anew from its events. */
@Service
@Command(scope = "parley", name = "journal-repair", description = "Makes the id keys and the timelines anew from the "
        + "events. While the id keys are made, sending events is answered with 503; while the timelines are made, "
        + "asking for one is")
public final class JournalRepairCommand implements Action {

    private static final String BOTH = "all";

    @Reference
    private @Nullable Capture capture;

    @Argument(name = "what", description = "ids, timeline or all")
    private String what = BOTH;

    @Option(name = "--set-aside", description = "Takes chunks of events that cannot be read out of the journal, into the "
            + "folder journal-set-aside beside it. Their events are lost to readers that have not counted them; restore a "
            + "backup instead if there is one")
    private boolean setAside;

    @Override
    public @Nullable Object execute() throws InterruptedException {
        if (!Set.of("ids", "timeline", BOTH).contains(what)) {
            throw new IllegalArgumentException("'" + what + "' cannot be repaired; say ids, timeline or all");
        }
        Capture open = Optional.ofNullable(capture).orElseThrow();
        PrintStream out = System.out;
        boolean good = true;
        if (!what.equals("timeline")) {
            good = ids(open, out);
        }
        if (good && !what.equals("ids")) {
            open.timeline().rebuild(open.journal().head());
            open.timeline().awaitComplete(new ConsoleProgress(out));
            out.println("the timelines were made anew");
        }
        if (!good) {
            throw new IllegalStateException("not all could be repaired, see above");
        }
        out.println("prove it with parley:journal-verify");
        return null;
    }

    private boolean ids(Capture open, PrintStream out) {
        Repair.Result result = open.journal().repairIds(setAside, new ConsoleProgress(out));
        result.damaged().forEach(damage -> out.println("DAMAGED " + damage));
        result.doubles().forEach(twice -> out.println("TWICE " + twice));
        out.println("the id keys were made anew; events are taken");
        result.setAside().ifPresent(folder -> out.println("the damaged chunks and a record of them are in " + folder));
        if (!result.damaged().isEmpty() && result.setAside().isEmpty()) {
            out.println("the damaged chunks are where they were, and readers stop before them: restore the last backup, or "
                    + "if there is none run parley:journal-repair --set-aside");
            return false;
        }
        return true;
    }
}
