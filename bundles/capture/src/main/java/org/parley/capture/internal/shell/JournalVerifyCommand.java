package org.parley.capture.internal.shell;

import java.io.PrintStream;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.parley.capture.internal.Capture;
import org.parley.capture.internal.JournalChecks;
import org.parley.capture.internal.journal.Verification;

/** Proves that the journal is whole, and what was derived from it; or says what is wrong and what to do. */
@Service
@Command(scope = "parley", name = "journal-verify", description = "Walks the whole journal and proves that no event is "
        + "missing or doubled, that ids and timelines agree with it, and what the modules have derived from it")
public final class JournalVerifyCommand implements Action {

    @Reference
    private @Nullable Capture capture;

    @Reference
    private @Nullable JournalChecks checks;

    @Override
    public @Nullable Object execute() {
        PrintStream out = System.out;
        Verification.Result result = Optional.ofNullable(capture).orElseThrow().journal()
                .verify(Optional.ofNullable(checks).orElseThrow().all(), new ConsoleProgress(out));
        print(out, result);
        if (!result.isGood()) {
            throw new IllegalStateException("NOT WHOLE: " + advice(result));
        }
        out.println("whole");
        return null;
    }

    private static void print(PrintStream out, Verification.Result result) {
        result.chunkFaults().forEach(fault -> out.println("FAULT chunks: " + fault));
        result.indexFaults().forEach(fault -> out.println("FAULT indexes: " + fault));
        result.checks().forEach(check -> check.faults().forEach(
                fault -> out.println("FAULT " + check.name() + ": " + fault)));
        out.printf("events     %,d in %,d chunks, up to position %,d%n", result.events(), result.chunks(), result.head());
        out.printf("removed    %,d by retention, %,d set aside%n", result.expired(), result.setAside());
        out.printf("indexes    %,d id keys, %,d timeline keys%n", result.idKeys(), result.timelineKeys());
        result.checks().forEach(check -> out.printf("checked    %s: %,d events, %s%n", check.name(), check.events(),
                check.faults().isEmpty() ? "agrees" : "DIFFERS"));
    }

    private static String advice(Verification.Result result) {
        StringBuilder advice = new StringBuilder();
        if (!result.chunkFaults().isEmpty()) {
            advice.append("events are damaged or missing; restore the last backup, or if there is none set the damage "
                    + "aside with parley:journal-repair --set-aside. ");
        }
        if (!result.indexFaults().isEmpty()) {
            advice.append("ids or timelines do not agree with the events; run parley:journal-repair. ");
        }
        result.checks().stream().filter(check -> !check.faults().isEmpty()).forEach(check -> advice.append('\'')
                .append(check.name()).append("' differs from the events; see the operators' guide under 'Verify'. "));
        return advice.toString().strip();
    }
}
