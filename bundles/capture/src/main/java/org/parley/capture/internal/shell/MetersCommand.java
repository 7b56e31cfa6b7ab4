package org.parley.capture.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;
import org.parley.capture.internal.metering.Metering;
import org.parley.capture.internal.meters.Meter;
import org.parley.capture.internal.meters.rollup.Progress;

/** Shows all meters and how far they have counted. */
@Service
@Command(scope = "parley", name = "meters", description = "Shows the meters of all sellers and how far they have counted")
public final class MetersCommand implements Action {

    @Reference
    private @Nullable Metering metering;

    @Override
    public @Nullable Object execute() {
        Metering open = Optional.ofNullable(metering).orElseThrow();
        ShellTable table = new ShellTable();
        table.column("seller");
        table.column("meter");
        table.column("version").alignRight();
        table.column("measures");
        table.column("time zone");
        table.column("counted").alignRight();
        table.column("without a value").alignRight();
        open.all().forEach(meter -> table.addRow().addContent(meter.seller(), meter.id(), meter.version(), measures(meter),
                meter.definition().zone(), counted(open.progress(meter)), open.withoutValue(meter).count()));
        table.emptyTableText("no meter is defined");
        table.print(System.out);
        return null;
    }

    private static String measures(Meter meter) {
        return meter.definition().aggregation().label() + " of " + meter.definition().eventType();
    }

    private static String counted(Progress progress) {
        return progress.ready() ? "all" : progress.counted() + " of " + progress.of();
    }
}
