/** Console commands for sellers. */
@NullMarked
package org.parley.seller.internal.shell;

import org.jspecify.annotations.NullMarked;
