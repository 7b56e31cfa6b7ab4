@NullMarked
package org.parley.scoring.internal;

import org.jspecify.annotations.NullMarked;
