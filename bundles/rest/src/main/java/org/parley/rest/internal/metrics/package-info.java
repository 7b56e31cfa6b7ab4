/** Figures of the requests, and all figures as text. */
@NullMarked
package org.parley.rest.internal.metrics;

import org.jspecify.annotations.NullMarked;
