@NullMarked
package org.parley.reporting.internal;

import org.jspecify.annotations.NullMarked;
