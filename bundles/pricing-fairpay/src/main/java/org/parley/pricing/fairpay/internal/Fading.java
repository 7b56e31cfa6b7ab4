package org.parley.pricing.fairpay.internal;

/**
 * How evidence fades.
 *
 * @param halfLife in cycles: after so many, evidence counts half; above 0
 */
record Fading(double halfLife) {

    /** What one cycle leaves of earlier evidence. {@code StrictMath}: the same on every machine. */
    double perCycle() {
        return StrictMath.pow(0.5, 1 / halfLife);
    }

    /** The evidence of endless cycles of full weight: the most that fading evidence can add up to. */
    double evidenceLimit() {
        return 1 / (1 - perCycle());
    }

    /** What the reputation of a customer approaches who always pays in full. */
    Reputation perfect() {
        return new Reputation(evidenceLimit(), 0);
    }
}
