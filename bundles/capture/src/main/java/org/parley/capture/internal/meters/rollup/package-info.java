/** The rollups of meters: what events came to, by window, customer and group, folded from the journal. */
@NullMarked
package org.parley.capture.internal.meters.rollup;

import org.jspecify.annotations.NullMarked;
