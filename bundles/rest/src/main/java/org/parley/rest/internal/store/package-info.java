/** The tables of this bundle. */
@NullMarked
package org.parley.rest.internal.store;

import org.jspecify.annotations.NullMarked;
