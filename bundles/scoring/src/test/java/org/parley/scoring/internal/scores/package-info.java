@NullMarked
package org.parley.scoring.internal.scores;

import org.jspecify.annotations.NullMarked;
