/** What a row of a file means: the mapping file, strictly checked, and the cycles or events that it makes of rows. */
@NullMarked
package org.parley.cli.mapping;

import org.jspecify.annotations.NullMarked;
