/** Databases on each engine for the tests of modules. */
@NullMarked
package org.parley.store.testing;

import org.jspecify.annotations.NullMarked;
