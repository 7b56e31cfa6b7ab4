package org.parley.itests.witness;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes every change of any bundle to the file that its own bundle's header names, one a line: what happened, to which
 * bundle. A refresh shows as UNRESOLVED and RESOLVED.
 */
@Component(service = {})
public final class BundleWitness implements BundleListener {

    /** The header with the file's path. */
    public static final String FILE_HEADER = "Parley-Witness-File";

    private final BundleContext context;
    private final Path file;

    /** Starts to watch. */
    @Activate
    public BundleWitness(BundleContext context) {
        this.context = context;
        this.file = Path.of(context.getBundle().getHeaders().get(FILE_HEADER));
        context.addBundleListener(this);
        write("WATCHING", context.getBundle());
    }

    @Deactivate
    void stop() {
        context.removeBundleListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        write(name(event.getType()), event.getBundle());
    }

    private static String name(int type) {
        return switch (type) {
            case BundleEvent.INSTALLED -> "INSTALLED";
            case BundleEvent.RESOLVED -> "RESOLVED";
            case BundleEvent.STARTED -> "STARTED";
            case BundleEvent.STOPPED -> "STOPPED";
            case BundleEvent.UPDATED -> "UPDATED";
            case BundleEvent.UNRESOLVED -> "UNRESOLVED";
            case BundleEvent.UNINSTALLED -> "UNINSTALLED";
            default -> "EVENT-" + type;
        };
    }

    private void write(String what, Bundle bundle) {
        try {
            Files.writeString(file, what + " " + bundle.getSymbolicName() + " " + bundle.getVersion() + "\n",
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
