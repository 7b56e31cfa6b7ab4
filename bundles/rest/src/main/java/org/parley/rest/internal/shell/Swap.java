package org.parley.rest.internal.shell;

import java.time.Duration;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import org.parley.common.ParleyException;
import org.parley.rest.internal.swap.SwapOrder;
import org.parley.rest.internal.swap.SwapReport;
import org.parley.rest.internal.swap.Swapper;

/** Replaces a module while the server runs. */
@Service
@Command(scope = "parley", name = "swap", description = "Replaces a module; its requests wait meanwhile. Options come before the module.")
public final class Swap implements Action {

    @Reference
    private @Nullable Swapper swapper;

    @Argument(index = 0, name = "module", description = "The module's name; parley:modules lists them.", required = true)
    private @Nullable String module;

    @Argument(index = 1, name = "version", description = "The version to install; without it the bundle is loaded again"
            + " from where it came from.")
    private @Nullable String version;

    @Option(name = "--from", description = "An address or path to take the bundle from.")
    private @Nullable String from;

    @Option(name = "--drain", description = "How many seconds to wait for the requests inside the module.")
    private int drainSeconds = 10;

    @Option(name = "--force", description = "Goes on although requests are still inside; they will fail.")
    private boolean force;

    @Override
    public @Nullable Object execute() throws Exception {
        SwapReport report;
        try {
            report = swapper.swap(new SwapOrder(module, Optional.ofNullable(version), Optional.ofNullable(from),
                    Duration.ofSeconds(drainSeconds), force));
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
