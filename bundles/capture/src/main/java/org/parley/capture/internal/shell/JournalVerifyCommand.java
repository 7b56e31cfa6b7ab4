package org.parley.capture.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.parley.capture.internal.Capture;
import org.parley.capture.internal.journal.Verification;

/** Proves that the journal is whole, or says where it is not. */
@Service
@Command(scope = "parley", name = "journal-verify",
        description = "Walks the whole journal and proves that no event is missing, doubled or without its id key")
public final class JournalVerifyCommand implements Action {

    @Reference
    private @Nullable Capture capture;

    @Override
    public @Nullable Object execute() {
        Capture open = Optional.ofNullable(capture).orElseThrow();
        long head = open.journal().head();
        Verification.Result result = Verification.of(open.journal().files(),
                seen -> System.out.printf("%,d of %,d events%n", seen, Math.max(seen, head)));
        result.faults().forEach(fault -> System.out.println("FAULT " + fault));
        System.out.printf("%s: %,d events in %,d chunks, %,d id keys%n", result.isGood() ? "whole" : "NOT WHOLE",
                result.events(), result.chunks(), result.idKeys());
        if (!result.isGood()) {
            throw new IllegalStateException("the journal is not whole");
        }
        return null;
    }
}
