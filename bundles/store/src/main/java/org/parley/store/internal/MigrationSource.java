package org.parley.store.internal;

import java.io.Reader;
import java.io.StringReader;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;
import org.parley.store.Engine;
import org.parley.store.Migration;

/** Hands migrations to Flyway as the files it would otherwise search the class path for. */
record MigrationSource(Engine engine, List<Migration> migrations) implements ResourceProvider {

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
        return migrations.stream().map(migration -> new Script(migration, migration.sql(engine)));
    }

    private static final class Script extends LoadableResource {

        private final Migration migration;
        private final String sql;

        Script(Migration migration, String sql) {
            this.migration = migration;
            this.sql = sql;
        }

        @Override
        public Reader read() {
            return new StringReader(sql);
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
