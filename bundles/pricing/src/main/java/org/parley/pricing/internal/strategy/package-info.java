/** The installed strategies, the guard that every call to one goes through, and evaluation with fallback. */
@NullMarked
package org.parley.pricing.internal.strategy;

import org.jspecify.annotations.NullMarked;
