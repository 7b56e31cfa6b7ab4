/** The contract of a report: extend {@link org.parley.reporting.api.testing.ReportContract} to test an own one. */
@NullMarked
package org.parley.reporting.api.testing;

import org.jspecify.annotations.NullMarked;
