/** The journal on RocksDB: chunks of events, the keys that find duplicates, and the indexes derived from them. */
@NullMarked
package org.parley.capture.internal.journal;

import org.jspecify.annotations.NullMarked;
