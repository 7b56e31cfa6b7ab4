/** The FairPay arithmetic; bundle-private. */
@NullMarked
package org.parley.pricing.fairpay.internal;

import org.jspecify.annotations.NullMarked;
