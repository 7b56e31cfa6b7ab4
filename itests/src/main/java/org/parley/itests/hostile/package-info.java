/** A plugin with everything wrong that a plugin can have wrong, to be put into the server. */
@NullMarked
package org.parley.itests.hostile;

import org.jspecify.annotations.NullMarked;
