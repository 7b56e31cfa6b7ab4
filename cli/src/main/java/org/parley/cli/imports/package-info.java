/** The import of a file: batches, progress that survives an interruption, and what is told about it. */
@NullMarked
package org.parley.cli.imports;

import org.jspecify.annotations.NullMarked;
