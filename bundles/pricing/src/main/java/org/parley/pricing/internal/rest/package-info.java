/** REST resources: translate and delegate. */
@NullMarked
package org.parley.pricing.internal.rest;

import org.jspecify.annotations.NullMarked;
