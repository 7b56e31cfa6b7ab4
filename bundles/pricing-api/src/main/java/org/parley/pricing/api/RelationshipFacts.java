package org.parley.pricing.api;

/**
 * All that a strategy knows about a relationship when it decides how it goes on.
 *
 * @param offering     what is offered
 * @param policy       the rules
 * @param standing     where the relationship stands before the decision
 * @param cyclesPriced how many cycles were priced before the one being decided
 */
public record RelationshipFacts(OfferingTerms offering, PolicyTerms policy, Standing standing, long cyclesPriced) {}
