/** Console commands for modules. */
@NullMarked
package org.parley.rest.internal.shell;

import org.jspecify.annotations.NullMarked;
