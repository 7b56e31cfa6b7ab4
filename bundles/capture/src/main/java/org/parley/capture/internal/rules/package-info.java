/** What an event's data must be, checked while it streams by. */
@NullMarked
package org.parley.capture.internal.rules;

import org.jspecify.annotations.NullMarked;
