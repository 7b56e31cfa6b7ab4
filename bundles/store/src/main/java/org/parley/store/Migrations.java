package org.parley.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;

/** Reads migrations from a module's own resources. */
public final class Migrations {

    private static final Pattern NAME = Pattern.compile("V([1-9]\\d{0,5})__(\\w+)\\.sql");

    private Migrations() {}

    /**
     * The migrations in the named resources, each found once for every engine in the {@linkplain Engine#folder()
     * folders} {@code sqlite/} and {@code postgresql/} next to the anchor. They are named and not searched for, since a
     * bundle's class path cannot be listed in a way that works everywhere.
     *
     * @param anchor a class of the module; the folders are in its package
     * @param names each like {@code V1__relationships.sql}: version, two underscores, description; UTF-8
     * @throws InvalidInput if a name has another form or there is no such resource for any engine
     */
    public static List<Migration> from(Class<?> anchor, String... names) {
        return Stream.of(names).map(name -> load(anchor, name)).toList();
    }

    private static Migration load(Class<?> anchor, String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, "name",
                    "a migration is named like V1__what_it_does.sql, unlike '" + name + "'");
        }
        return new Migration(Integer.parseInt(parts.group(1)), parts.group(2), scripts(anchor, name));
    }

    private static Map<Engine, String> scripts(Class<?> anchor, String name) {
        Map<Engine, String> scripts = new EnumMap<>(Engine.class);
        for (Engine engine : Engine.values()) {
            text(anchor, engine.folder() + "/" + name).ifPresent(sql -> scripts.put(engine, sql));
        }
        if (scripts.isEmpty()) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, "name",
                    "there is no resource '" + Engine.SQLITE.folder() + "/" + name + "' next to " + anchor.getName());
        }
        return scripts;
    }

    private static Optional<String> text(Class<?> anchor, String name) {
        try (InputStream in = anchor.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read migration " + name, e);
        }
    }
}
