/** The databases as schemas of a PostgreSQL database, which other servers may share. */
@Version("1.0.0")
@NullMarked
package org.parley.store.postgresql;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
