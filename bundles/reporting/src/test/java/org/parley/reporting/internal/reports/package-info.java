@NullMarked
package org.parley.reporting.internal.reports;

import org.jspecify.annotations.NullMarked;
