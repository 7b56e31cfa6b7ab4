package org.parley.capture.internal.shell;

import java.time.Instant;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;
import org.parley.capture.internal.types.EventTypeRegistry;
import org.parley.common.SellerId;

/** Shows the event types of a seller. */
@Service
@Command(scope = "parley", name = "event-types", description = "Shows the event types of a seller, built-in and its own")
public final class EventTypesCommand implements Action {

    @Argument(name = "seller", required = true, description = "The seller's id")
    private String seller = "";

    @Reference
    private @Nullable EventTypeRegistry types;

    @Override
    public @Nullable Object execute() {
        ShellTable table = new ShellTable();
        table.column("type");
        table.column("version").alignRight();
        table.column("published");
        Optional.ofNullable(types).orElseThrow().list(new SellerId(seller), "", Integer.MAX_VALUE).forEach(type -> table.addRow()
                .addContent(type.type(), type.version(), type.published().map(Instant::toString).orElse("built in")));
        table.print(System.out);
        return null;
    }
}
