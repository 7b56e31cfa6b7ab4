/** The HTTP face of capture: translates and delegates. */
@NullMarked
package org.parley.capture.internal.rest;

import org.jspecify.annotations.NullMarked;
