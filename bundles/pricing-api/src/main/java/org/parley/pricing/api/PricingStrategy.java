package org.parley.pricing.api;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A way to suggest prices, to judge the prices customers set, and to decide what is offered next. A pure function: no
 * I/O, no clock, no memory of its own, no randomness; the same facts always give the same result, so that a decision
 * can be explained, contested and run again. Register an implementation as an OSGi service; it is usable in a policy
 * at once.
 *
 * <p>The engine calls it with a time limit and takes any throwable for a failure. It keeps the invariants itself: a
 * result that breaks one (a negative suggestion, credit in another currency) counts as a failure too. After a failure
 * the policy's fallback answers for that cycle, and the relationship's standing stays as it was.
 */
@ConsumerType
public interface PricingStrategy {

    /** The name that policies call it by: lower-case kebab, such as {@code fairpay}. Unique among installed strategies. */
    String name();

    /** Why a policy with these parameters cannot work; empty if it can. Unknown parameters are a problem too. */
    List<PolicyProblem> check(PolicyTerms policy);

    /** Where a new relationship stands. */
    Standing start(OfferingTerms offering, PolicyTerms policy);

    /** The suggested price for a cycle whose use has ended. */
    Suggestion suggest(CycleFacts facts);

    /** How fair the customer's answer is. */
    Assessment assess(CycleFacts facts, Suggestion suggestion, PriceResponse response);

    /** How the relationship goes on after an answer, or after none came in time. */
    Decision decide(RelationshipFacts facts, PriceResponse response, Assessment assessment);
}
