/** The classic strategies; bundle-private. */
@NullMarked
package org.parley.pricing.classic.internal;

import org.jspecify.annotations.NullMarked;
