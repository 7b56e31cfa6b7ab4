/** The contract of a score: extend {@link org.parley.scoring.api.testing.ScoreFunctionContract} to test an own one. */
@NullMarked
package org.parley.scoring.api.testing;

import org.jspecify.annotations.NullMarked;
