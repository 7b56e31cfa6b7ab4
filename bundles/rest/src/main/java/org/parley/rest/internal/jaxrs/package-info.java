/** What every REST resource shares: roles, bodies, failures. */
@NullMarked
package org.parley.rest.internal.jaxrs;

import org.jspecify.annotations.NullMarked;
