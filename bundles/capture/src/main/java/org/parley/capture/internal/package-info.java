/** The capture module. */
@NullMarked
package org.parley.capture.internal;

import org.jspecify.annotations.NullMarked;
