@NullMarked
package org.parley.reporting.internal.store;

import org.jspecify.annotations.NullMarked;
