package org.parley.store.internal;

import java.io.Reader;
import java.io.StringReader;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;
import org.parley.store.Migration;

/** Hands migrations to Flyway as the files it would otherwise search the class path for. */
record MigrationSource(List<Migration> migrations) implements ResourceProvider {

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return resources().filter(resource -> resource.getFilename().equals(name)).findFirst().orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return resources()
                .filter(resource -> resource.getFilename().startsWith(prefix))
                .filter(resource -> Stream.of(suffixes).anyMatch(resource.getFilename()::endsWith))
                .toList();
    }

    private Stream<LoadableResource> resources() {
        return migrations.stream().map(Script::new);
    }

    private static final class Script extends LoadableResource {

        private final Migration migration;

        Script(Migration migration) {
            this.migration = migration;
        }

        @Override
        public Reader read() {
            return new StringReader(migration.sql());
        }

        @Override
        public String getFilename() {
            return "V" + migration.version() + "__" + migration.description() + ".sql";
        }

        @Override
        public String getAbsolutePath() {
            return getFilename();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return getFilename();
        }

        @Override
        public String getRelativePath() {
            return getFilename();
        }
    }
}
