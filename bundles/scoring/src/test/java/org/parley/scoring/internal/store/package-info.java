@NullMarked
package org.parley.scoring.internal.store;

import org.jspecify.annotations.NullMarked;
