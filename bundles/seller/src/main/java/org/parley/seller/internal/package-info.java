/** Sellers, their keys and their clocks. */
@NullMarked
package org.parley.seller.internal;

import org.jspecify.annotations.NullMarked;
