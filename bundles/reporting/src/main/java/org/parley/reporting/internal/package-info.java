/** The rollup engine: keeps each report's sums in step with the journal, and answers reports from them. */
@NullMarked
package org.parley.reporting.internal;

import org.jspecify.annotations.NullMarked;
