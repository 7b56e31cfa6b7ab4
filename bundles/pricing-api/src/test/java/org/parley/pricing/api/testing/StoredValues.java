package org.parley.pricing.api.testing;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.common.Values;

/** Values as they come back from storage: equal in value, with every number in its shortest plain form. */
final class StoredValues {

    private StoredValues() {}

    static Values roundTrip(Values values) {
        Map<String, @Nullable Object> stored = new LinkedHashMap<>();
        values.asMap().forEach((key, value) -> stored.put(key, stored(value)));
        return Values.of(stored);
    }

    private static @Nullable Object stored(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return new BigDecimal(number.stripTrailingZeros().toPlainString());
        }
        if (value instanceof Values nested) {
            return roundTrip(nested);
        }
        return value instanceof List<?> list ? list.stream().map(StoredValues::stored).toList() : value;
    }
}
