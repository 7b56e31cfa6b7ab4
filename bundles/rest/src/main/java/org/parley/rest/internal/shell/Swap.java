package org.parley.rest.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import org.parley.common.ParleyException;
import org.parley.rest.internal.swap.SwapReport;
import org.parley.rest.internal.swap.Swapper;

/** Replaces a module while the server runs. */
@Service
@Command(scope = "parley", name = "swap", description = "Replaces a module; its requests wait meanwhile.")
public final class Swap implements Action {

    @Reference
    private @Nullable Swapper swapper;

    @Argument(name = "words", required = true, multiValued = true,
            description = "MODULE [VERSION] [--from ADDRESS] [--drain SECONDS] [--force]. Without a version and an address the"
                    + " bundle is loaded again from where it came from.")
    private @Nullable List<String> words;

    @Override
    public @Nullable Object execute() throws Exception {
        SwapReport report;
        try {
            report = swapper.swap(SwapWords.order(words));
        } catch (ParleyException e) {
            throw new CommandException("NOT SWAPPED: " + e.getMessage());
        }
        System.out.println(report.told());
        if (report.failure().isPresent()) {
            throw new CommandException("The module runs " + report.to() + ".");
        }
        return null;
    }
}
