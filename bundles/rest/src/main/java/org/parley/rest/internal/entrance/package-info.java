/** What every request passes before it is served. */
@NullMarked
package org.parley.rest.internal.entrance;

import org.jspecify.annotations.NullMarked;
