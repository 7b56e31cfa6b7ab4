package org.parley.cli.imports;

import org.parley.cli.rows.Row;

/** A row that was not imported, and why. */
record Reject(Row row, String reason) {}
