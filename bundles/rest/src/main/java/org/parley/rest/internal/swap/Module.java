package org.parley.rest.internal.swap;

import java.util.Dictionary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/**
 * A bundle that says in its manifest that it is a module: {@code Parley-Module} is its name, {@code Parley-Paths} are
 * the paths it serves.
 */
public record Module(String name, Bundle bundle, List<PathPattern> paths) {

    static final String NAME_HEADER = "Parley-Module";
    static final String PATHS_HEADER = "Parley-Paths";

    /** The module that this bundle is, if it is one. */
    static Optional<Module> of(Bundle bundle) {
        Dictionary<String, String> headers = bundle.getHeaders("");
        return Optional.ofNullable(headers.get(NAME_HEADER))
                .map(name -> new Module(name.strip(), bundle, paths(headers.get(PATHS_HEADER))));
    }

    private static List<PathPattern> paths(@Nullable String header) {
        return header == null ? List.of()
                : Stream.of(header.split(",")).map(String::strip).filter(path -> !path.isEmpty()).map(PathPattern::parse).toList();
    }

    /** Such as {@code pricing 1.2.0}. */
    @Override
    public String toString() {
        return name + " " + bundle.getVersion();
    }
}
