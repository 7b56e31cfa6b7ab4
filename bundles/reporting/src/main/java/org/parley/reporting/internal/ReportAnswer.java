package org.parley.reporting.internal;

import org.parley.reporting.api.Description;
import org.parley.reporting.api.Table;

/**
 * A report's table.
 *
 * @param asOf how much of the journal it rests on
 */
public record ReportAnswer(Description description, Table table, AsOf asOf) {

    /**
     * @param position the last event that is counted
     * @param head     the last event there is
     */
    public record AsOf(long position, long head) {}
}
