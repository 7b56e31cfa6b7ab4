package org.parley.pricing.api;

import java.math.BigDecimal;

/**
 * How much of one unit was used in a cycle.
 *
 * @param unit     such as {@code article} or {@code minute}: the unit of the usage events
 * @param quantity the sum of their quantities
 */
public record UsageLine(String unit, BigDecimal quantity) {}
