package org.parley.store.internal;

import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.pattern.ValidatePattern;
import org.parley.common.ErrorCode;
import org.parley.common.Fault;
import org.parley.common.InvalidInput;
import org.parley.store.Migration;

/** Brings the tables of one file up to a module's last migration, or says precisely why that cannot be. */
public record Migrator(SqliteFile file) {

    /** Applies those of the migrations that are missing, after checking those that were applied before. */
    public void migrate(List<Migration> migrations) {
        requireDistinctVersions(migrations);
        try {
            Flyway flyway = flyway(migrations);
            refuseNewer(flyway, migrations);
            flyway.migrate();
        } catch (FlywayException e) {
            throw new Fault("cannot migrate the database " + file.path() + ": " + e.getMessage(), e);
        }
    }

    private Flyway flyway(List<Migration> migrations) {
        // Flyway finds its own parts with this loader; the thread's would be a stranger's in OSGi.
        return Flyway.configure(Migrator.class.getClassLoader())
                .dataSource(file.writers())
                .resourceProvider(new MigrationSource(migrations))
                .javaMigrationClassProvider(List::of)
                .ignoreMigrationPatterns(new ValidatePattern[0])
                .locations(new String[0])
                .loggers("slf4j")
                .cleanDisabled(true)
                .load();
    }

    private void refuseNewer(Flyway flyway, List<Migration> migrations) {
        MigrationVersion known = MigrationVersion.fromVersion(
                String.valueOf(migrations.stream().mapToInt(Migration::version).max().orElse(0)));
        Stream.of(flyway.info().applied())
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .filter(applied -> applied.isNewerThan(known))
                .ifPresent(applied -> {
                    throw Fault.unavailable("the database " + file.path() + " is at version " + applied
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
