/** Drives an assembled distribution from outside, the way an operator and a client do. */
@NullMarked
package org.parley.itests.kit;

import org.jspecify.annotations.NullMarked;
