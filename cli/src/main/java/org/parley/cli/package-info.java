/** The command line beside the server: what {@code bin/parley import} and {@code bin/parley demo} run. */
@NullMarked
package org.parley.cli;

import org.jspecify.annotations.NullMarked;
