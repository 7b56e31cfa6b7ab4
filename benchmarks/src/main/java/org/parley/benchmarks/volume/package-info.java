/** Much and for long: many millions of events, and an hour of them. */
@NullMarked
package org.parley.benchmarks.volume;

import org.jspecify.annotations.NullMarked;
