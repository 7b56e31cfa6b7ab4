/** The fold engine: keeps each customer's score states in step with the journal, and reads scores from them. */
@NullMarked
package org.parley.scoring.internal;

import org.jspecify.annotations.NullMarked;
