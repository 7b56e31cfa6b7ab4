/** The tables of sellers and keys. */
@NullMarked
package org.parley.seller.internal.store;

import org.jspecify.annotations.NullMarked;
