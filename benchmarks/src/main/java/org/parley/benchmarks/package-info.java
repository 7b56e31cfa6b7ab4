/** Rigs that measure the assembled distribution; each says what it measures and what it does not. */
@NullMarked
package org.parley.benchmarks;

import org.jspecify.annotations.NullMarked;
