/** The meters of all sellers: what is defined, how far it is counted, and what usage there is. */
@NullMarked
package org.parley.capture.internal.metering;

import org.jspecify.annotations.NullMarked;
