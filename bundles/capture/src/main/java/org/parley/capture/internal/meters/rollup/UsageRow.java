package org.parley.capture.internal.meters.rollup;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.parley.capture.internal.meters.Window;

/**
 * One line of usage.
 *
 * @param group        what the events of this line have in common, without what they have not
 * @param rest         whether these are the events whose groups found no room; their groups are not known any more
 * @param value        empty if no event had one
 * @param events       how many events there were
 * @param withoutValue how many of them had no value
 */
public record UsageRow(Window window, Map<String, String> group, boolean rest, Optional<BigDecimal> value, long events,
        long withoutValue) {}
