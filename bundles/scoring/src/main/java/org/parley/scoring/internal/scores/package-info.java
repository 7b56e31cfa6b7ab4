/** The built-in scores: plugins like any third party's. */
@NullMarked
package org.parley.scoring.internal.scores;

import org.jspecify.annotations.NullMarked;
