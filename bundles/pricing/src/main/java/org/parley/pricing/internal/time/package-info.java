/** What happens by itself: use periods end and deadlines pass. */
@NullMarked
package org.parley.pricing.internal.time;

import org.jspecify.annotations.NullMarked;
