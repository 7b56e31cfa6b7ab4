package org.parley.store.internal;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.store.Engine;
import org.parley.store.postgresql.PasswordFile;
import org.parley.store.postgresql.PostgresqlServer;

/**
 * What {@code etc/org.parley.store.cfg} says. It is read from the file and not taken from OSGi's configuration, whose
 * properties become a service's: the password must not.
 *
 * @param engine SQLite if there is no such file, or it names none
 * @param server present for PostgreSQL
 */
public record StoreOptions(Engine engine, Optional<PostgresqlServer> server) {

    /** The file's name in {@code etc}. */
    public static final String FILE = "org.parley.store.cfg";

    private static final Set<String> KEYS = Set.of("engine", "url", "user", "password", "passwordFile");

    /**
     * Reads the file, if there is one.
     *
     * @throws InvalidInput if it says something that is not understood or not safe; the message names the key
     */
    public static StoreOptions read(Path etc) {
        Path file = etc.resolve(FILE);
        if (!Files.exists(file)) {
            return new StoreOptions(Engine.SQLITE, Optional.empty());
        }
        Properties given = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            given.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw refused(file, "cannot be read: " + e.getMessage());
        }
        return new Given(file, given).options();
    }

    private record Given(Path file, Properties values) {

        StoreOptions options() {
            Set<String> unknown = new TreeSet<>(values.stringPropertyNames());
            unknown.removeAll(KEYS);
            if (!unknown.isEmpty()) {
                throw refused(file, "has the unknown key '" + unknown.iterator().next() + "'; there are " + new TreeSet<>(KEYS));
            }
            return switch (value("engine").orElse("sqlite").toLowerCase(Locale.ROOT)) {
                case "sqlite" -> sqlite();
                case "postgresql" -> new StoreOptions(Engine.POSTGRESQL, Optional.of(server()));
                default -> throw refused(file, "names the engine '" + value("engine").orElse("") + "'; there are sqlite and postgresql");
            };
        }

        private StoreOptions sqlite() {
            for (String key : new TreeSet<>(KEYS)) {
                if (!key.equals("engine") && value(key).isPresent()) {
                    throw refused(file, "has the key '" + key + "', which belongs to engine=postgresql");
                }
            }
            return new StoreOptions(Engine.SQLITE, Optional.empty());
        }

        private PostgresqlServer server() {
            try {
                return new PostgresqlServer(required("url"), required("user"), password());
            } catch (InvalidInput e) {
                throw refused(file, "is refused: " + e.getMessage());
            }
        }

        private String password() {
            if (value("passwordFile").isPresent() && value("password").isPresent()) {
                throw refused(file, "has both a password and a passwordFile; keep one");
            }
            if (value("password").isPresent()) {
                PasswordFile.requirePrivate(file);
            }
            return value("passwordFile").map(name -> PasswordFile.read(file.resolveSibling(name)))
                    .or(() -> value("password")).orElse("");
        }

        private String required(String key) {
            return value(key).orElseThrow(() -> refused(file, "needs the key '" + key + "' for engine=postgresql"));
        }

        private Optional<String> value(String key) {
            Optional<String> value = Optional.ofNullable(values.getProperty(key)).map(String::strip).filter(text -> !text.isEmpty());
            if (value.isPresent() && value.get().contains("${")) {
                throw refused(file, "has a variable in '" + key + "', which is not replaced here; use passwordFile for a secret");
            }
            return value;
        }
    }

    private static InvalidInput refused(Path file, String why) {
        return new InvalidInput(ErrorCode.INVALID_INPUT, FILE, file + " " + why);
    }
}
