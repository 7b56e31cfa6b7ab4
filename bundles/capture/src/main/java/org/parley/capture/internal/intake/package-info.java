/** Reads and checks events as they come in, and hands the good ones to the journal. */
@NullMarked
package org.parley.capture.internal.intake;

import org.jspecify.annotations.NullMarked;
