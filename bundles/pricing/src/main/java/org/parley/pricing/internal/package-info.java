/** Relationships and cycles: records, pure rules on them, and the operations that load, decide and write. */
@NullMarked
package org.parley.pricing.internal;

import org.jspecify.annotations.NullMarked;
