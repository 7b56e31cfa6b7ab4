/** Load on a started server, and the rigs that tests and benchmarks share. */
@NullMarked
package org.parley.itests.load;

import org.jspecify.annotations.NullMarked;
