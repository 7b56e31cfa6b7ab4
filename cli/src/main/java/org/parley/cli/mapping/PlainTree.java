package org.parley.cli.mapping;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of the mapping that is sent as it is: the JSON that its YAML stands for. */
final class PlainTree {

    private PlainTree() {}

    static Object of(Located spec) {
        if (spec.value() instanceof Map) {
            Map<String, Object> entries = new LinkedHashMap<>();
            spec.map().forEach((key, value) -> entries.put(key, of(value)));
            return entries;
        }
        if (spec.value() instanceof List) {
            return spec.list().stream().map(PlainTree::of).toList();
        }
        return spec.quoted() ? spec.text() : scalar(spec.text());
    }

    private static Object scalar(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
