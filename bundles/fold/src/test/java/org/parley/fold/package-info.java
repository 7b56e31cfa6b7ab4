@NullMarked
package org.parley.fold;

import org.jspecify.annotations.NullMarked;
