/** Reading a file row by row, in constant memory: CSV, columns between white space, or a JSON object per line. */
@NullMarked
package org.parley.cli.rows;

import org.jspecify.annotations.NullMarked;
