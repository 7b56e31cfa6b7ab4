/** To and from the journal: facts out of the outbox, usage into cycles. */
@NullMarked
package org.parley.pricing.internal.journal;

import org.jspecify.annotations.NullMarked;
