/**
 * A relational database for each module. A module opens its own by name, brings the migrations of its own tables, and
 * writes SQL with JDBI; nobody reads the tables of another.
 */
@Version("1.0.0")
@NullMarked
package org.parley.store;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
