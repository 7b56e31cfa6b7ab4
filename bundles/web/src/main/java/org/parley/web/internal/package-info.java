/** Serves the pages: files from this bundle, with strict headers. */
@NullMarked
package org.parley.web.internal;

import org.jspecify.annotations.NullMarked;
