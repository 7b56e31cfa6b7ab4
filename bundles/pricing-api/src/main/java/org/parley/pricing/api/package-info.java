/**
 * The PricingStrategy SPI for plugins and the facts it works on. A strategy is pure: the engine gives it facts and keeps
 * what it returns.
 */
@Version("1.0.0")
@NullMarked
package org.parley.pricing.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
