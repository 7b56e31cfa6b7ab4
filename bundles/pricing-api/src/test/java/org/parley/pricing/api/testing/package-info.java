/** What every pricing strategy has to keep, as tests: subclass {@link PricingStrategyContract} in your own tests. */
@NullMarked
package org.parley.pricing.api.testing;

import org.jspecify.annotations.NullMarked;
