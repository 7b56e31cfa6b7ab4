package org.parley.cli.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A value of a mapping file that knows where it stands, so that every complaint can say it.
 *
 * @param path  the keys that lead to it, with dots between them
 * @param line  of the mapping file, from 1
 * @param value  a String (as written), a {@code Map<String, Located>} or a {@code List<Located>}
 * @param quoted whether it is a text for sure, and no number or boolean
 */
record Located(String path, int line, Object value, boolean quoted) {

    MappingError error(String what) {
        return new MappingError("line " + line + ", " + (path.isEmpty() ? "the mapping" : path) + ": " + what);
    }

    boolean isText() {
        return value instanceof String;
    }

    String text() {
        if (value instanceof String text) {
            return text;
        }
        throw error("must be a single value");
    }

    String textOf(Set<String> allowed) {
        if (!allowed.contains(text())) {
            throw error("must be one of " + String.join(", ", new TreeSet<>(allowed)) + ", not '" + text() + "'");
        }
        return text();
    }

    @SuppressWarnings("unchecked")
    Map<String, Located> map() {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Located>) map;
        }
        throw error("must hold keys with values");
    }

    @SuppressWarnings("unchecked")
    List<Located> list() {
        if (value instanceof List<?> list) {
            return (List<Located>) list;
        }
        throw error("must be a list");
    }

    /** The same value, once it is sure that it holds no other keys than these. */
    Located only(String... keys) {
        Set<String> allowed = Set.of(keys);
        map().forEach((key, inner) -> {
            if (!allowed.contains(key)) {
                throw inner.error("unknown key; known here: " + String.join(", ", keys));
            }
        });
        return this;
    }

    Optional<Located> get(String key) {
        return Optional.ofNullable(map().get(key));
    }

    Located need(String key) {
        return get(key).orElseThrow(() -> error("the key '" + key + "' is missing"));
    }

    boolean flag(String key, boolean otherwise) {
        return get(key).map(found -> found.textOf(Set.of("true", "false")).equals("true")).orElse(otherwise);
    }

    int whole(String key, int otherwise) {
        return get(key).map(found -> {
            try {
                return Integer.parseInt(found.text());
            } catch (NumberFormatException e) {
                throw found.error("must be a whole number, not '" + found.text() + "'");
            }
        }).orElse(otherwise);
    }
}
