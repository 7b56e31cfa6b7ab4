package org.parley.pricing.internal.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.parley.common.Explanation;
import org.parley.common.Money;
import org.parley.common.Values;

/** Builds a JSON object field by field; what is absent is left out. */
final class Tree {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    Tree put(String name, Object value) {
        fields.put(name, json(value));
        return this;
    }

    Tree put(String name, Optional<?> value) {
        value.ifPresent(present -> put(name, present));
        return this;
    }

    Tree putAll(Values values) {
        fields.putAll(values.asMap());
        return this;
    }

    Values build() {
        return Values.of(fields);
    }

    private static Object json(Object value) {
        if (value instanceof Money money) {
            return Values.ofMoney(money);
        }
        if (value instanceof Explanation explanation) {
            return explanation.lines().stream().map(line -> new Tree().put("code", line.code()).put("text", line.text())
                    .put("effect", line.effect()).build()).toList();
        }
        return value instanceof Number || value instanceof Boolean || value instanceof Values
                || value instanceof Iterable ? value : value.toString();
    }
}
