/** The built-in reports: plugins like any third party's. */
@NullMarked
package org.parley.reporting.internal.reports;

import org.jspecify.annotations.NullMarked;
