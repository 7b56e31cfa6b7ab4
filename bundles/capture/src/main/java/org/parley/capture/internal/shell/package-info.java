/** The module's console commands. */
@NullMarked
package org.parley.capture.internal.shell;

import org.jspecify.annotations.NullMarked;
