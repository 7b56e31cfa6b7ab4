/** Opening, using and closing a RocksDB folder without ending the process. */
@Version("1.0.0")
@NullMarked
package org.parley.rocksdb;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
