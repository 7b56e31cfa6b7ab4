/** The types of events: built-in ones and sellers' own, their schemas, and how these may change. */
@NullMarked
package org.parley.capture.internal.types;

import org.jspecify.annotations.NullMarked;
