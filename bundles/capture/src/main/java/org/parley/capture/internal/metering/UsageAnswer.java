package org.parley.capture.internal.metering;

import org.parley.capture.internal.meters.rollup.Progress;
import org.parley.capture.internal.meters.rollup.UsageQuery;
import org.parley.capture.internal.meters.rollup.UsageRow;
import org.parley.common.Page;

/**
 * Usage.
 *
 * @param complete whether all is in it that was in the journal when it was asked for
 */
public record UsageAnswer(UsageQuery query, Page<UsageRow> rows, Progress progress, boolean complete) {}
