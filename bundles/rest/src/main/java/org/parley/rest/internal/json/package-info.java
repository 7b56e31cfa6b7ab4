/** How the types of {@code org.parley.common} are read from JSON and written as JSON. */
@NullMarked
package org.parley.rest.internal.json;

import org.jspecify.annotations.NullMarked;
