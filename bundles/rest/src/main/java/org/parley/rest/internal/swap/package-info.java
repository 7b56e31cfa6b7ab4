/** Replaces a module's bundle while requests wait. */
@NullMarked
package org.parley.rest.internal.swap;

import org.jspecify.annotations.NullMarked;
