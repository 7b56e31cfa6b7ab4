/** The module's relational tables: what sellers set. Events themselves are in the journal. */
@NullMarked
package org.parley.capture.internal.store;

import org.jspecify.annotations.NullMarked;
