package org.parley.pricing.api;

import java.util.Currency;
import java.util.Optional;
import org.parley.common.Money;

/**
 * What is sold, as far as prices go.
 *
 * @param id         the offering
 * @param version    counts its changes, from 1
 * @param name       for people
 * @param currency   of all its prices
 * @param schedule   what suggested prices follow
 * @param floor      a price below this does not cover the payment's fees; zero if there is no such limit
 * @param fixedPrice what a cycle costs when the customer does not set the price; the schedule's price if absent
 */
public record OfferingTerms(OfferingId id, int version, String name, Currency currency, RateSchedule schedule,
        Money floor, Optional<Money> fixedPrice) {}
