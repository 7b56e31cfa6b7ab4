/** Whether the server is alive and ready. */
@NullMarked
package org.parley.rest.internal.health;

import org.jspecify.annotations.NullMarked;
