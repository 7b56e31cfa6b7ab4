/** Payments that were made elsewhere, as priced cycles. */
@NullMarked
package org.parley.pricing.internal.imports;

import org.jspecify.annotations.NullMarked;
