package org.parley.rest.internal.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.parley.rest.internal.swap.Module;
import org.parley.rest.internal.swap.Modules;
import org.parley.rest.internal.swap.Presence;

/** Lists the modules with their versions and whether they are ready. */
@Service
@Command(scope = "parley", name = "modules", description = "Lists the modules, their versions and whether they are ready.")
public final class ListModules implements Action {

    @Reference
    private @Nullable Modules modules;

    @Override
    public @Nullable Object execute() {
        ShellTable table = new ShellTable();
        table.column("Module");
        table.column("Version");
        table.column("Running");
        table.column("Ready");
        table.column("Bundle");
        for (Module module : modules.all()) {
            Bundle bundle = module.bundle();
            table.addRow().addContent(module.name(), bundle.getVersion(), yes(bundle.getState() == Bundle.ACTIVE),
                    yes(Presence.ready(module)), bundle.getBundleId());
        }
        table.print(System.out);
        return null;
    }

    private static String yes(boolean is) {
        return is ? "yes" : "no";
    }
}
