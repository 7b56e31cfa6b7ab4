/** The pricing database: one class for each table. */
@NullMarked
package org.parley.pricing.internal.store;

import org.jspecify.annotations.NullMarked;
