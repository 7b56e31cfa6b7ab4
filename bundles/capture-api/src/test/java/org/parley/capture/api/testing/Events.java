package org.parley.capture.api.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.parley.capture.api.Event;
import org.parley.capture.api.EventTypes;
import org.parley.common.CustomerId;
import org.parley.common.SellerId;
import org.parley.common.Values;

/** Events to test with. */
public final class Events {

    public static final SellerId SELLER = new SellerId("acme");
    public static final String SOURCE = "/shop";
    public static final Instant TIME = Instant.parse("2026-03-01T10:00:00.123456789Z");

    private Events() {}

    /** A use of one page by customer {@code ann}; events with the same id are equal. */
    public static Event usage(String id) {
        return usage(id, 1);
    }

    /** A use of so many pages by customer {@code ann}. */
    public static Event usage(String id, int quantity) {
        return new Event(SELLER, SOURCE, id, EventTypes.USAGE, Optional.of(new CustomerId("ann")), TIME,
                Values.of(Map.of("quantity", quantity, "unit", "page")));
    }

    /** As many events as asked for, with the ids {@code prefix0}, {@code prefix1}, … */
    public static List<Event> usages(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> usage(prefix + i)).toList();
    }
}
