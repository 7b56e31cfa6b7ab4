/** From failures to problem details. */
@NullMarked
package org.parley.rest.internal.problem;

import org.jspecify.annotations.NullMarked;
