/** The description of the API. */
@NullMarked
package org.parley.rest.internal.openapi;

import org.jspecify.annotations.NullMarked;
