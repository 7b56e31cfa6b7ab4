/** Replays the first answer to a repeated write, and records writes. */
@NullMarked
package org.parley.rest.internal.idempotency;

import org.jspecify.annotations.NullMarked;
