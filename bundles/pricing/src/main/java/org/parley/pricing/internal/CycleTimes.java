package org.parley.pricing.internal;

import java.time.Instant;
import java.util.Optional;

/**
 * When things happened to a cycle.
 *
 * @param ended  when use ended, which is when the price was asked for
 * @param due    when an open cycle ends by itself, or a requested one lapses
 * @param closed when it was priced first, or lapsed
 */
public record CycleTimes(Instant opened, Optional<Instant> ended, Optional<Instant> due, Optional<Instant> closed) {}
