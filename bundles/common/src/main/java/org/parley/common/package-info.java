/** Money, ids, pages, values, explanations and errors: what every module of Parley speaks in. */
@Version("1.0.0")
@NullMarked
package org.parley.common;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
