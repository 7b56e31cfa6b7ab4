/** What a meter is: its definition, how it aggregates, and the windows of time it counts in. Pure; nothing here reads or writes. */
@NullMarked
package org.parley.capture.internal.meters;

import org.jspecify.annotations.NullMarked;
