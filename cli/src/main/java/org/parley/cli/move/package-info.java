/** Moves the relational databases of a data folder from SQLite to PostgreSQL, whatever tables the modules have. */
@NullMarked
package org.parley.cli.move;

import org.jspecify.annotations.NullMarked;
