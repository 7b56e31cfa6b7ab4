package org.parley.pricing.fairpay.internal;

import java.util.function.Predicate;

/**
 * One line of the decision table.
 *
 * @param id      stands in the decision's record
 * @param applies whether it decides
 * @param outcome what it decides
 * @param text    what it says, for the customer
 */
record Rule(String id, Predicate<Situation> applies, Outcome outcome, String text) {}
