/** Which usage belongs to which cycle: by the time at which it happened. */
@NullMarked
package org.parley.pricing.internal.usage;

import org.jspecify.annotations.NullMarked;
