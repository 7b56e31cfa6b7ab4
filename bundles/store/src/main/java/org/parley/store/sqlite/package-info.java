/** The databases as SQLite files, for the running server and for unit tests alike. */
@Version("1.0.0")
@NullMarked
package org.parley.store.sqlite;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
