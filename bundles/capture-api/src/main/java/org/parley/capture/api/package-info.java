/** The event model and the journal: the one place where the modules meet. */
@Version("1.0.0")
@NullMarked
package org.parley.capture.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
