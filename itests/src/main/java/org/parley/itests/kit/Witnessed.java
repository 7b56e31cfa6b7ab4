package org.parley.itests.kit;

import org.parley.itests.witness.BundleWitness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What the witness bundle saw happen to the bundles of a server. */
public final class Witnessed {

    private final Path file;

    private Witnessed(Path file) {
        this.file = file;
    }

    /** Puts the witness into a server; returns when it watches. */
    public static Witnessed install(ParleyServer server, Path folder) {
        Witnessed witnessed = new Witnessed(folder.resolve("witness.txt").toAbsolutePath());
        Path bundle = BundleFiles.pack(folder.resolve("witness.jar"), BundleWitness.class,
                Map.of("Bundle-SymbolicName", "org.parley.itests.witness", "Bundle-Version", "1.0.0",
                        BundleWitness.FILE_HEADER, witnessed.file.toString()));
        server.console("bundle:install -s file:" + bundle.toAbsolutePath());
        Await.until("the witness watches", Duration.ofSeconds(30), () -> Files.exists(witnessed.file));
        return witnessed;
    }

    /** All changes so far, as {@code STOPPED org.parley.capture 1.0.0}. */
    public List<String> changes() {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
