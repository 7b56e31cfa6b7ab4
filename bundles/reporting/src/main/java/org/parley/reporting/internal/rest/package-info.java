/** Reports over HTTP. */
@NullMarked
package org.parley.reporting.internal.rest;

import org.jspecify.annotations.NullMarked;
