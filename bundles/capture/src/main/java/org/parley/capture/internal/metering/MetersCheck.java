package org.parley.capture.internal.metering;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.parley.capture.api.JournalCheck;
import org.parley.capture.internal.meters.rollup.Recount;

/** Proves that the rollups of all meters are what the journal says. */
@Component
public final class MetersCheck implements JournalCheck {

    private final Metering metering;
    private final Path folder;
    /** A run that was given up does not say so: the next one clears up after it. */
    private Optional<Recount> running = Optional.empty();

    @Activate
    public MetersCheck(BundleContext context, @Reference Metering metering) {
        this(Path.of(context.getProperty("parley.data"), "meters-check"), metering);
    }

    MetersCheck(Path folder, Metering metering) {
        this.folder = folder;
        this.metering = metering;
    }

    @Override
    public String name() {
        return "meters";
    }

    @Override
    public synchronized Run begin(Horizon horizon) {
        close();
        Recount recount = new Recount(metering.rollups(), folder, horizon);
        running = Optional.of(recount);
        return recount;
    }

    @Deactivate
    synchronized void close() {
        running.ifPresent(Recount::close);
        running = Optional.empty();
    }
}
