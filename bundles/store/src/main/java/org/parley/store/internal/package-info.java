/** How SQLite files are opened, migrated, read and written. */
@NullMarked
package org.parley.store.internal;

import org.jspecify.annotations.NullMarked;
