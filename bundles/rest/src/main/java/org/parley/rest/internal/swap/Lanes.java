package org.parley.rest.internal.swap;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.osgi.framework.Bundle;

/** Which lane a path leads through. A lane, once made, stays, so that requests counted in it are never lost sight of. */
public final class Lanes {

    /** The way to a module. */
    public record Way(String module, Bundle bundle, Lane lane) {

        /** Whether the module runs, or is being replaced and will run. */
        public boolean leadsSomewhere() {
            return bundle.getState() == Bundle.ACTIVE;
        }
    }

    private record Entry(PathPattern pattern, Way way) {}

    private final Semaphore places;
    private final Duration patience;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private volatile List<Entry> entries = List.of();

    public Lanes(int places, Duration patience) {
        this.places = new Semaphore(places);
        this.patience = patience;
    }

    Lane of(String module) {
        return lanes.computeIfAbsent(module, name -> new Lane(name, places, patience));
    }

    /** The way for this path; empty if it belongs to no module. */
    public Optional<Way> forPath(String path) {
        List<String> segments = PathPattern.split(path);
        for (Entry entry : entries) {
            if (entry.pattern().matches(segments)) {
                return Optional.of(entry.way());
            }
        }
        return Optional.empty();
    }

    /** Takes the paths of these modules instead of those before. */
    void serve(Collection<Module> modules) {
        entries = modules.stream()
                .flatMap(module -> module.paths().stream()
                        .map(path -> new Entry(path, new Way(module.name(), module.bundle(), of(module.name())))))
                .sorted(Comparator.comparing(Entry::pattern))
                .toList();
    }
}
