/** A real PostgreSQL for tests. */
@NullMarked
package org.parley.postgresql.testing;

import org.jspecify.annotations.NullMarked;
