/** The assembled distribution, driven the way operators, plugin authors and clients do. */
@NullMarked
package org.parley.itests;

import org.jspecify.annotations.NullMarked;
