package org.parley.capture.internal.journal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event's JSON in a form that is equal for two texts that mean the same: members in any order, {@code 1.0} as
 * {@code 1}, a time in any offset. Absent and null members mean the same too.
 */
final class Content {

    private Content() {}

    static Map<String, @Nullable Object> of(Map<String, @Nullable Object> event) {
        Map<String, @Nullable Object> content = object(event);
        content.computeIfPresent("time", (name, time) -> instant(time));
        return content;
    }

    private static Map<String, @Nullable Object> object(Map<?, ?> entries) {
        Map<String, @Nullable Object> plain = new HashMap<>();
        entries.forEach((name, value) -> {
            if (value != null) {
                plain.put((String) name, value(value));
            }
        });
        return plain;
    }

    private static @Nullable Object value(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return object(map);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> plain = new ArrayList<>(list.size());
            list.forEach(item -> plain.add(value(item)));
            return plain;
        }
        return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
    }

    private static Object instant(Object time) {
        try {
            return OffsetDateTime.parse((String) time).toInstant();
        } catch (DateTimeException e) {
            return time;
        }
    }
}
