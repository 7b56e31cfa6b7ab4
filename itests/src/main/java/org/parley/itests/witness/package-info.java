/** A bundle that is put into the server to see from inside what happens to the others. */
@NullMarked
package org.parley.itests.witness;

import org.jspecify.annotations.NullMarked;
