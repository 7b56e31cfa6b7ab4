/** The registry as a service, and the figures of the Java machine in it. */
@NullMarked
package org.parley.metrics.internal;

import org.jspecify.annotations.NullMarked;
