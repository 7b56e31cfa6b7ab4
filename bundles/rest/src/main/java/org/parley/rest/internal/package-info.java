/** The configuration of this bundle. */
@NullMarked
package org.parley.rest.internal;

import org.jspecify.annotations.NullMarked;
