package org.parley.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;

/** Reads migrations from a module's own resources. */
public final class Migrations {

    private static final Pattern NAME = Pattern.compile("(?:.*/)?V([1-9]\\d{0,5})__(\\w+)\\.sql");

    private Migrations() {}

    /**
     * The migrations in the named resources. They are named and not searched for, since a bundle's class path cannot
     * be listed in a way that works everywhere.
     *
     * @param anchor a class of the module; names are relative to its package
     * @param names each like {@code V1__relationships.sql}: version, two underscores, description; UTF-8
     * @throws InvalidInput if a name has another form or there is no such resource
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
        return new Migration(Integer.parseInt(parts.group(1)), parts.group(2), text(anchor, name));
    }

    private static String text(Class<?> anchor, String name) {
        try (InputStream in = present(anchor.getResourceAsStream(name), anchor, name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read migration " + name, e);
        }
    }

    private static InputStream present(@Nullable InputStream in, Class<?> anchor, String name) {
        if (in == null) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, "name",
                    "there is no resource '" + name + "' next to " + anchor.getName());
        }
        return in;
    }
}
