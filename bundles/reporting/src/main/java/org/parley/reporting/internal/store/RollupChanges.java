package org.parley.reporting.internal.store;

import java.util.Map;

/**
 * What folding a batch changed for one report.
 *
 * @param cells  what is added to each cell
 * @param states the new states, as JSON
 */
public record RollupChanges(Map<CellId, Long> cells, Map<Owner, String> states) {}
