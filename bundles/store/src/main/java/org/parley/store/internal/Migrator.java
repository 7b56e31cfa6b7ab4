package org.parley.store.internal;

import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.pattern.ValidatePattern;
import org.parley.common.ErrorCode;
import org.parley.common.Fault;
import org.parley.common.InvalidInput;
import org.parley.store.Migration;

/** Brings the tables of one module up to its last migration, or says precisely why that cannot be. */
record Migrator(Place place) {

    /** Applies those of the migrations that are missing, after checking those that were applied before. */
    void migrate(List<Migration> migrations) {
        requireDistinctVersions(migrations);
        try {
            Flyway flyway = flyway(migrations);
            refuseNewer(flyway, migrations);
            flyway.migrate();
        } catch (FlywayException e) {
            throw new Fault("cannot migrate the database " + place.name() + ": " + e.getMessage(), e);
        }
    }

    private Flyway flyway(List<Migration> migrations) {
        // Flyway finds its own parts with this loader; the thread's would be a stranger's in OSGi.
        FluentConfiguration configuration = Flyway.configure(Migrator.class.getClassLoader())
                .dataSource(place.writers())
                .resourceProvider(new MigrationSource(place.engine(), migrations))
                .javaMigrationClassProvider(List::of)
                .ignoreMigrationPatterns(new ValidatePattern[0])
                .locations(new String[0])
                .loggers("slf4j")
                .cleanDisabled(true);
        place.schema().ifPresent(schema -> configuration.schemas(schema).defaultSchema(schema).createSchemas(true));
        return configuration.load();
    }

    private void refuseNewer(Flyway flyway, List<Migration> migrations) {
        MigrationVersion known = MigrationVersion.fromVersion(
                String.valueOf(migrations.stream().mapToInt(Migration::version).max().orElse(0)));
        Stream.of(flyway.info().applied())
                .map(MigrationInfo::getVersion)
                .filter(version -> version != null)
                .max(MigrationVersion::compareTo)
                .filter(applied -> applied.isNewerThan(known))
                .ifPresent(applied -> {
                    throw Fault.unavailable("the database " + place.name() + " is at version " + applied
                            + ", but this module only knows versions up to " + known
                            + "; install the newer module again, or restore a backup from before the upgrade");
                });
    }

    private static void requireDistinctVersions(List<Migration> migrations) {
        if (migrations.stream().mapToInt(Migration::version).distinct().count() < migrations.size()) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, "migrations", "two migrations have the same version");
        }
    }
}
